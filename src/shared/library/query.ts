import type { Story } from '../story/story'
import { type Condition, conditionTest, isFromOutside, type QueryOptions } from './query-match'
import { type Row, rowOf } from './query-row'
import { type Sort, sortedPositions } from './query-sort'
import type { Query } from './query-syntax'

/**
 * Finds what a query asks for, in the order of `sort`, or as the stories came if it is `null`.
 *
 * Made for one call per keystroke: hand in the same list of stories as long as nothing changed, and what was
 * found out about it is used again. `stories` and its members must never be changed in place.
 */
export function runQuery(
  stories: readonly Story[],
  query: Query,
  sort: Sort | null,
  options: QueryOptions = {}
): readonly Story[] {
  const list = listOf(stories)
  const marks = marksOf(list, query, options)
  const found: Story[] = []
  const push = (position: number) => {
    const story = stories[position]
    if (marks[position] === 1 && story !== undefined) found.push(story)
  }
  if (sort === null) for (let position = 0; position < stories.length; position += 1) push(position)
  else for (const position of orderOf(list, sort)) push(position)
  return found
}

/** What was found out about one list of stories. It is looked through in its own order, which memory likes best. */
type List = {
  readonly rows: readonly Row[]
  /** Where the stories stand in each order. */
  readonly orders: Map<Sort, Uint32Array>
  /** The answers to the latest conditions, least recently used first. */
  readonly answers: Map<string, Answer>
}

/** One number for each story of a list, in its order: 1 if the story is meant, else 0. */
type Marks = Uint8Array

type Answer = { readonly condition: Condition; readonly marks: Marks }

const lists = new WeakMap<readonly Story[], List>()

function listOf(stories: readonly Story[]): List {
  const known = lists.get(stories)
  if (known !== undefined) return known
  const list: List = { rows: stories.map(rowOf), orders: new Map(), answers: new Map() }
  lists.set(stories, list)
  return list
}

function orderOf({ rows, orders }: List, sort: Sort): Uint32Array {
  const order = orders.get(sort) ?? sortedPositions(rows, sort)
  orders.set(sort, order)
  return order
}

function marksOf(list: List, query: Query, options: QueryOptions): Marks {
  switch (query.kind) {
    case 'all': {
      const marks = new Uint8Array(list.rows.length).fill(1)
      for (const part of query.of) keepOnly(marks, marksOf(list, part, options))
      return marks
    }
    case 'any': {
      const marks = new Uint8Array(list.rows.length)
      for (const part of query.of) addAll(marks, marksOf(list, part, options))
      return marks
    }
    case 'not':
      return marksOf(list, query.query, options).map((mark) => 1 - mark)
    default:
      return answerOf(list, query, options)
  }
}

function keepOnly(marks: Marks, others: Marks): void {
  for (let at = 0; at < marks.length; at += 1) marks[at] = (marks[at] ?? 0) & (others[at] ?? 0)
}

function addAll(marks: Marks, others: Marks): void {
  for (let at = 0; at < marks.length; at += 1) marks[at] = (marks[at] ?? 0) | (others[at] ?? 0)
}

/** How many answers are kept for a list: more conditions than anybody types in a row. */
const MOST_ANSWERS = 32

/** A keystroke changes one condition, so the answers to the others are at hand. */
function answerOf(list: List, condition: Condition, options: QueryOptions): Marks {
  if (isFromOutside(condition)) return test(list, condition, options, null)
  const key = JSON.stringify(condition)
  const known = list.answers.get(key)
  const marks = known?.marks ?? test(list, condition, options, narrowest(list, condition))
  list.answers.delete(key)
  list.answers.set(key, { condition, marks })
  const [oldest] = list.answers.keys()
  if (list.answers.size > MOST_ANSWERS && oldest !== undefined) list.answers.delete(oldest)
  return marks
}

/** @param within the only stories that can be meant; `null` if any can. */
function test(
  { rows }: List,
  condition: Condition,
  options: QueryOptions,
  within: Marks | null
): Marks {
  const holds = conditionTest(condition, options)
  const marks = new Uint8Array(rows.length)
  rows.forEach((row, at) => {
    if ((within === null || within[at] === 1) && holds(row)) marks[at] = 1
  })
  return marks
}

/** While a word is typed, each letter can only leave out stories: what holds `tides` holds `tide`. */
function narrowest(list: List, condition: Condition): Marks | null {
  if (condition.kind !== 'text' || condition.field !== 'anywhere') return null
  let best = ''
  let marks: Marks | null = null
  for (const answer of list.answers.values()) {
    const { kind } = answer.condition
    if (kind !== 'text' || answer.condition.field !== 'anywhere') continue
    const { text } = answer.condition
    if (text.length < best.length || !condition.text.includes(text)) continue
    best = text
    marks = answer.marks
  }
  return marks
}
