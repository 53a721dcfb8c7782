import { assertNever } from '../result'
import type { RuleId, Severity } from '../story/finding'
import type { Story } from '../story/story'
import type { RuleFindings } from '../story/story-findings'
import { fold } from './query-fold'
import { dateOf, type Row, rowOf, searchText } from './query-row'
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
  /** For `is:finding` and `finding:`. Without it nothing is found in any story. */
  readonly findingsOf?: (story: Story) => readonly RuleFindings[]
}

/** A condition that is not made of others. */
export type Condition = Exclude<Query, { readonly kind: 'all' | 'any' | 'not' }>

/** @returns a test that tells whether a story is what the query asks for. */
export function compileQuery(query: Query, options: QueryOptions = {}): (story: Story) => boolean {
  const matches = compile(query, options)
  return (story) => matches(rowOf(story))
}

type Test = (row: Row) => boolean

function compile(query: Query, options: QueryOptions): Test {
  switch (query.kind) {
    case 'all': {
      const tests = query.of.map((part) => compile(part, options))
      return (row) => tests.every((test) => test(row))
    }
    case 'any': {
      const tests = query.of.map((part) => compile(part, options))
      return (row) => tests.some((test) => test(row))
    }
    case 'not': {
      const test = compile(query.query, options)
      return (row) => !test(row)
    }
    default:
      return conditionTest(query, options)
  }
}

/** @returns a test of one condition. */
export function conditionTest(condition: Condition, options: QueryOptions): (row: Row) => boolean {
  switch (condition.kind) {
    case 'text':
      return textTest(condition.field, condition.text)
    case 'value':
      return valueTest(condition.field, condition.parts)
    case 'compare':
      return compareTest(condition.field, condition.operator, condition.value)
    case 'published':
      return ({ story }) => story.published === condition.value
    case 'has':
      return HAS[condition.what]
    case 'is':
      return stateTest(condition.state, options)
    case 'finding':
      return findingTest(condition.what, options)
    default:
      return assertNever(condition)
  }
}

function textTest(field: TextField | 'anywhere', text: string): Test {
  switch (field) {
    case 'anywhere':
      return (row) => searchText(row).includes(text)
    case 'title':
      return ({ story }) => fold(story.title ?? '').includes(text)
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
  date: dateOf
}

const COMPARISONS: { readonly [operator in Operator]: (a: number, b: number) => boolean } = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b
}

const HAS: { readonly [what in Having]: (row: Row) => boolean } = {
  image: ({ story: { image } }) => Boolean(image),
  excerpt: ({ story: { excerpt } }) => Boolean(excerpt?.trim()),
  topic: ({ story: { topics } }) => topics.length > 0,
  related: ({ story: { links } }) => links > 0,
  date: (row) => dateOf(row) !== null,
  title: ({ story: { title } }) => Boolean(title?.trim()),
  provider: ({ story: { provider } }) => Boolean(provider),
  quality: ({ story: { quality } }) => quality !== null,
  heat: ({ story: { heat } }) => heat !== null,
  published: ({ story: { published } }) => published !== null,
  type: ({ story: { type } }) => Boolean(type),
  category: ({ story: { category } }) => Boolean(category),
  url: ({ story: { webUrl } }) => Boolean(webUrl)
}

const NONE: readonly RuleFindings[] = []

function findingTest(what: RuleId | Severity, { findingsOf = () => NONE }: QueryOptions): Test {
  return ({ story }) =>
    findingsOf(story).some(({ rule, severity }) => rule === what || severity === what)
}

/** Whether the answer depends on more than the stories themselves. */
export const isFromOutside = (condition: Condition): boolean =>
  condition.kind === 'finding' ||
  (condition.kind === 'is' && (condition.state === 'duplicate' || condition.state === 'finding'))

/** Whether a query asks what the checks find. */
export function asksFindings(query: Query): boolean {
  if (query.kind === 'all' || query.kind === 'any') return query.of.some(asksFindings)
  if (query.kind === 'not') return asksFindings(query.query)
  return query.kind === 'finding' || (query.kind === 'is' && query.state === 'finding')
}

function stateTest(
  state: State,
  { isDuplicate = () => false, findingsOf = () => NONE }: QueryOptions
): Test {
  switch (state) {
    case 'published':
      return ({ story }) => story.published === true
    case 'unpublished':
      return ({ story }) => story.published === false
    case 'onsite':
      return ({ story }) => story.onSite
    case 'problem':
      return ({ story }) => story.problem !== null
    case 'finding':
      return ({ story }) => findingsOf(story).length > 0
    case 'duplicate':
      return ({ story }) => isDuplicate(story)
    default:
      return assertNever(state)
  }
}
