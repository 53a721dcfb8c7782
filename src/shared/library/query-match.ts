import { assertNever } from '../result'
import type { Story } from '../story/story'
import { fold } from './query-fold'
import { type Row, rowOf } from './query-row'
import type {
  Having,
  NumberField,
  Operator,
  Query,
  State,
  TextField,
  ValueField
} from './query-syntax'

/** What a query may ask that a story does not say of itself. */
export type QueryOptions = {
  /** For `is:duplicate`. Without it no story is one. */
  readonly isDuplicate?: (story: Story) => boolean
}

/** @returns a test that tells whether a story is what the query asks for. */
export function compileQuery(query: Query, options: QueryOptions = {}): (story: Story) => boolean {
  const matches = compileRows(query, options)
  return (story) => matches(rowOf(story))
}

/** Like `compileQuery`, for rows that are at hand. */
export function compileRows(query: Query, options: QueryOptions): (row: Row) => boolean {
  switch (query.kind) {
    case 'all':
      return everyOf(cheapestFirst(query.of).map((part) => compileRows(part, options)))
    case 'any':
      return someOf(cheapestFirst(query.of).map((part) => compileRows(part, options)))
    case 'not': {
      const matches = compileRows(query.query, options)
      return (row) => !matches(row)
    }
    case 'text':
      return textTest(query.field, query.text)
    case 'value':
      return valueTest(query.field, query.parts)
    case 'compare':
      return compareTest(query.field, query.operator, query.value)
    case 'published':
      return ({ story }) => story.published === query.value
    case 'has':
      return ({ story }) => HAS[query.what](story)
    case 'is':
      return stateTest(query.state, options)
    default:
      return assertNever(query)
  }
}

type Test = (row: Row) => boolean

function everyOf(tests: readonly Test[]): Test {
  const [first, second, ...rest] = tests
  if (first === undefined) return () => true
  if (second === undefined) return first
  const others = everyOf([second, ...rest])
  return (row) => first(row) && others(row)
}

function someOf(tests: readonly Test[]): Test {
  return (row) => tests.some((test) => test(row))
}

/** Reading all the text of a story costs most, so what can decide without goes first. */
const cheapestFirst = (queries: readonly Query[]): readonly Query[] =>
  queries.toSorted((a, b) => costOf(a) - costOf(b))

function costOf(query: Query): number {
  if (query.kind === 'text') return 2
  if (query.kind === 'not') return costOf(query.query)
  if (query.kind === 'all' || query.kind === 'any') return Math.max(0, ...query.of.map(costOf))
  return 1
}

function textTest(field: TextField | 'anywhere', text: string): Test {
  switch (field) {
    case 'anywhere':
      return (row) => row.text().includes(text)
    case 'title':
      return (row) => row.title().includes(text)
    case 'excerpt':
      return ({ story }) => fold(story.excerpt ?? '').includes(text)
    case 'path':
      return ({ story }) => fold(story.id).includes(text)
    case 'url':
      return ({ story }) => fold(story.webUrl ?? '').includes(text)
    default:
      return assertNever(field)
  }
}

function valueTest(field: ValueField, parts: readonly string[]): Test {
  // A library holds few different values, so each is compared once and then looked up.
  const known = new Map<string, boolean>()
  const isMeant = (value: string): boolean => {
    let meant = known.get(value)
    if (meant === undefined) {
      meant = fits(fold(value), parts)
      known.set(value, meant)
    }
    return meant
  }
  if (field === 'topic') return ({ story }) => story.topics.some(isMeant)
  return ({ story }) => {
    const value = story[field]
    return value !== null && isMeant(value)
  }
}

/** Whether the text is `parts` with any text between them. */
function fits(text: string, parts: readonly string[]): boolean {
  const [first = '', ...others] = parts
  const last = others.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = text.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return at + last.length <= text.length && text.endsWith(last)
}

function compareTest(field: NumberField | 'date', operator: Operator, value: number): Test {
  const number = NUMBERS[field]
  const holds = COMPARISONS[operator]
  return (row) => {
    const theirs = number(row)
    return theirs !== null && holds(theirs, value)
  }
}

const NUMBERS: { readonly [field in NumberField | 'date']: (row: Row) => number | null } = {
  quality: ({ story }) => story.quality,
  heat: ({ story }) => story.heat,
  related: ({ story }) => story.links,
  date: (row) => row.date()
}

const COMPARISONS: { readonly [operator in Operator]: (a: number, b: number) => boolean } = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b
}

const HAS: { readonly [what in Having]: (story: Story) => boolean } = {
  image: ({ image }) => Boolean(image),
  excerpt: ({ excerpt }) => Boolean(excerpt?.trim()),
  topic: ({ topics }) => topics.length > 0,
  related: ({ links }) => links > 0,
  date: (story) => rowOf(story).date() !== null,
  title: ({ title }) => Boolean(title?.trim()),
  provider: ({ provider }) => Boolean(provider),
  quality: ({ quality }) => quality !== null,
  heat: ({ heat }) => heat !== null,
  published: ({ published }) => published !== null,
  type: ({ type }) => Boolean(type),
  category: ({ category }) => Boolean(category),
  url: ({ webUrl }) => Boolean(webUrl)
}

function stateTest(state: State, { isDuplicate = () => false }: QueryOptions): Test {
  switch (state) {
    case 'published':
      return ({ story }) => story.published === true
    case 'unpublished':
      return ({ story }) => story.published === false
    case 'onsite':
      return ({ story }) => story.onSite
    case 'problem':
      return ({ story }) => story.problem !== null
    case 'duplicate':
      return ({ story }) => isDuplicate(story)
    default:
      return assertNever(state)
  }
}
