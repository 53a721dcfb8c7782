import { fail, ok, type Result } from '../result'
import { periodOf } from './query-date'
import { fold } from './query-fold'
import {
  FIELDS,
  FINDINGS,
  HAVING,
  isField,
  type NumberField,
  type Operator,
  type Query,
  type QueryError,
  STATES,
  type TextField,
  type ValueField
} from './query-syntax'
import type { Token } from './query-tokens'

type TextToken = Extract<Token, { kind: 'text' }>
type FieldToken = Extract<Token, { kind: 'field' }>
type Condition = Result<Query, QueryError>

/** Reads one condition: a word, a phrase, or a field with its value. */
export function conditionOf(token: TextToken | FieldToken): Condition {
  if (token.kind === 'text') return ok(textCondition(token))
  const { name } = token
  if (!isField(name)) return failAt(token, unknownField(name))
  if (token.text === '' && !token.quoted) {
    return failAt(
      token,
      `Say what ${name} must be, right after the sign: ${EXAMPLES[FIELDS[name]]}.`
    )
  }
  const kind = FIELDS[name]
  if (kind === 'number' || kind === 'date') return measureCondition(token, name as NumberField)
  if (token.operator !== '=') {
    return failAt(token, `${name} has no order: write ${name}:… instead of ${token.operator}.`)
  }
  return plainCondition(token, name as TextField)
}

/** A pasted web address is looked for among the stories' own addresses, anything else in their texts. */
function textCondition({ text, quoted }: TextToken): Query {
  const isAddress = !quoted && /^https?:\/\//i.test(text)
  return { kind: 'text', field: isAddress ? 'url' : 'anywhere', text: fold(text) }
}

function plainCondition(
  token: FieldToken,
  name: Exclude<keyof typeof FIELDS, NumberField>
): Condition {
  switch (FIELDS[name]) {
    case 'text':
      return ok({ kind: 'text', field: name as TextField, text: fold(token.text) })
    case 'value':
      return ok({ kind: 'value', field: name as ValueField, parts: partsOf(token) })
    case 'published':
      return publishedCondition(token)
    case 'has':
      return oneOf(token, HAVING, (what) => ({ kind: 'has', what }))
    case 'finding':
      return findingCondition(token)
    default:
      return oneOf(token, STATES, (state) => ({ kind: 'is', state }))
  }
}

const partsOf = ({ text, quoted }: FieldToken): readonly string[] =>
  (quoted ? [text] : text.split('*')).map(fold)

function publishedCondition(token: FieldToken): Condition {
  return oneOf(token, ['true', 'false', 'yes', 'no'], (typed) => ({
    kind: 'published',
    value: typed === 'true' || typed === 'yes'
  }))
}

function findingCondition(token: FieldToken): Condition {
  const what = FINDINGS.find((name) => name === token.text.toLowerCase())
  if (what !== undefined) return ok({ kind: 'finding', what })
  return failAtValue(token, `There is no rule “${token.text}”, as in ${EXAMPLES.finding}.`)
}

function oneOf<T extends string>(
  token: FieldToken,
  known: readonly T[],
  toQuery: (value: T) => Query
): Condition {
  const value = known.find((name) => name === token.text.toLowerCase())
  if (value !== undefined) return ok(toQuery(value))
  return failAtValue(token, `${token.name} can be ${listed(known)}.`)
}

function measureCondition(token: FieldToken, field: NumberField | 'date'): Condition {
  const [from = '', to, ...more] = token.text.split('..')
  if (to === undefined) return edgeCondition(token, field, token.operator, from)
  if (token.operator !== '=' || more.length > 0 || (from === '' && to === '')) {
    return failAtValue(
      token,
      `A range is two values with two dots: ${RANGES[FIELDS[field]] ?? ''}.`
    )
  }
  const edges: Query[] = []
  for (const [operator, text] of [['>=', from] as const, ['<=', to] as const]) {
    if (text === '') continue
    const edge = edgeCondition(token, field, operator, text)
    if (!edge.ok) return edge
    edges.push(edge.value)
  }
  if (isBackwards(edges)) return failAtValue(token, 'This range ends before it starts.')
  return ok(edges.length === 1 && edges[0] !== undefined ? edges[0] : { kind: 'all', of: edges })
}

const isBackwards = ([from, to]: readonly Query[]): boolean =>
  from?.kind === 'compare' &&
  to?.kind === 'compare' &&
  (to.operator === '<' ? to.value <= from.value : to.value < from.value)

function edgeCondition(
  token: FieldToken,
  field: NumberField | 'date',
  operator: Operator,
  text: string
): Condition {
  if (field === 'date') return dateCondition(token, operator, text)
  if (!/^[-+]?\d+(\.\d+)?$/.test(text)) {
    return failAtValue(token, `${field} is a number, e.g. ${field}>=80 or ${field}:50..80.`)
  }
  return ok({ kind: 'compare', field, operator, value: Number(text) })
}

/** A month or day of a query is all of it: `date>2020-05` starts in June, `date<=2020-05` ends with May. */
function dateCondition(token: FieldToken, operator: Operator, text: string): Condition {
  const period = periodOf(text)
  if (period === null) {
    return failAtValue(
      token,
      'A date is a year, a month or a day, e.g. 2020, 2020-05 or 2020-05-01.'
    )
  }
  const since = (value: number): Query => ({
    kind: 'compare',
    field: 'date',
    operator: '>=',
    value
  })
  const before = (value: number): Query => ({
    kind: 'compare',
    field: 'date',
    operator: '<',
    value
  })
  switch (operator) {
    case '>=':
      return ok(since(period.from))
    case '>':
      return ok(since(period.to))
    case '<':
      return ok(before(period.from))
    case '<=':
      return ok(before(period.to))
    default:
      return ok({ kind: 'all', of: [since(period.from), before(period.to)] })
  }
}

const EXAMPLES = {
  text: 'title:tides',
  value: 'topic:AI or topic:"Deep sea"',
  number: 'quality>=80',
  date: 'date:2020-05',
  published: 'published:false',
  has: 'has:image',
  is: 'is:problem',
  finding: 'finding:error or finding:unknown-topic'
} as const
const RANGES: { readonly [kind: string]: string } = {
  number: 'quality:50..80, quality:50.. or quality:..80',
  date: 'date:2020-05..2020-06, date:2020-05.. or date:..2020-06'
}

const unknownField = (name: string): string =>
  `There is no field “${name}”. To search for this text, put it in quotes.`

const listed = (names: readonly string[]): string =>
  `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

const failAt = ({ start, end }: FieldToken, message: string): Condition =>
  fail({ position: start, length: end - start, message })

const failAtValue = ({ valueStart, end }: FieldToken, message: string): Condition =>
  fail({ position: valueStart, length: end - valueStart, message })
