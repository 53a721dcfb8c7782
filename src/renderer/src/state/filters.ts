import type { Facets } from '#shared/library/query-facets'
import { fold } from '#shared/library/query-fold'
import { parseQuery } from '#shared/library/query-parse'
import type { Query } from '#shared/library/query-syntax'
import { type Token, tokensOf } from '#shared/library/query-tokens'

/** The fields whose values the sidebar counts. */
export const FACET_FIELDS = ['topic', 'provider', 'type', 'category', 'month'] as const
export type FacetField = (typeof FACET_FIELDS)[number]

/** A condition that the list is narrowed to, shown as a chip. */
export type Filter = {
  /** `query`: the value is one condition as it was typed, e.g. `quality>=50`. */
  readonly field: FacetField | 'query'
  readonly value: string
  /** Leaves the stories out that have it. */
  readonly isNot: boolean
}

/**
 * What the filters ask for. Topics narrow each other; of several providers, types, categories or months one is
 * enough, because a story has only one. What is left out is left out in any case.
 */
export function filterQuery(filters: readonly Filter[]): Query {
  const wanted = (field: Filter['field']) =>
    filters.filter((filter) => filter.field === field && !filter.isNot).map(conditionOf)
  const oneOf = (['provider', 'type', 'category', 'month'] as const)
    .map(wanted)
    .filter((queries) => queries.length > 0)
    .map((of): Query => ({ kind: 'any', of }))
  const none = filters
    .filter(({ isNot }) => isNot)
    .map((filter): Query => ({ kind: 'not', query: conditionOf(filter) }))
  return { kind: 'all', of: [...wanted('topic'), ...wanted('query'), ...oneOf, ...none] }
}

function conditionOf({ field, value }: Filter): Query {
  if (field !== 'query' && field !== 'month') return { kind: 'value', field, parts: [fold(value)] }
  const query = parseQuery(field === 'month' ? `date:${value}` : value)
  return query.ok ? query.value : { kind: 'any', of: [] }
}

/** Whether a value of the sidebar is on: `only` shows the stories that have it, `not` leaves them out. */
export function stateOf(
  filters: readonly Filter[],
  field: FacetField,
  value: string
): 'off' | 'only' | 'not' {
  const filter = filters.find((each) => each.field === field && each.value === value)
  if (filter === undefined) return 'off'
  return filter.isNot ? 'not' : 'only'
}

/** Adds the filter, or takes it away when it is on; the opposite one goes. */
export function toggled(filters: readonly Filter[], filter: Filter): readonly Filter[] {
  const isSame = ({ field, value }: Filter) => field === filter.field && value === filter.value
  const rest = filters.filter((each) => !isSame(each))
  const isOn = filters.some((each) => isSame(each) && each.isNot === filter.isNot)
  return isOn ? rest : [...rest, filter]
}

/** Adds filters that are not there yet. */
export const withFilters = (
  filters: readonly Filter[],
  more: readonly Filter[]
): readonly Filter[] =>
  more.reduce(
    (all, filter) =>
      all.some((each) => keyOf(each) === keyOf(filter)) ? all : toggled(all, filter),
    filters
  )

/** A name for each filter that no other has. */
export const keyOf = ({ field, value, isNot }: Filter): string => `${field} ${value} ${isNot}`

/**
 * Takes the conditions on fields out of a typed query, so that they can stand as chips; words stay. A query with
 * alternatives or parentheses is one condition.
 *
 * @returns `null` if the query is not understood or has no condition on a field.
 */
export function chipsOf(
  text: string,
  facets: Facets
): { readonly filters: readonly Filter[]; readonly rest: string } | null {
  const tokens = tokensOf(text)
  if (!parseQuery(text).ok || !tokens.some(({ kind }) => kind === 'field')) return null
  if (tokens.some(({ kind }) => kind === 'or' || kind === 'open')) {
    return { filters: [{ field: 'query', value: text.trim(), isNot: false }], rest: '' }
  }
  const filters: Filter[] = []
  const words: string[] = []
  let minuses = 0
  for (const token of tokens) {
    if (token.kind === 'not') {
      minuses += 1
      continue
    }
    const isNot = minuses % 2 === 1
    minuses = 0
    if (token.kind === 'field') filters.push(filterOf(text, token, isNot, facets))
    else words.push(`${isNot ? '-' : ''}${text.slice(token.start, token.end)}`)
  }
  return { filters, rest: words.join(' ') }
}

/** A value that the sidebar shows becomes its filter there; anything else stays as it was typed. */
function filterOf(
  text: string,
  token: Extract<Token, { kind: 'field' }>,
  isNot: boolean,
  facets: Facets
): Filter {
  const { name, operator } = token
  const typed = { field: 'query', value: text.slice(token.start, token.end), isNot } as const
  const isPlain = operator === '=' && (token.quoted || !token.text.includes('*'))
  if (!isPlain || !isFacet(name)) return typed
  const known = facets[name].find(({ value }) => fold(value) === fold(token.text))
  return known === undefined ? typed : { field: name, value: known.value, isNot }
}

const isFacet = (name: string): name is Exclude<FacetField, 'month'> =>
  name !== 'month' && (FACET_FIELDS as readonly string[]).includes(name)

/** How a chip reads: what it is about, and what must be so. */
export function chipWords({ field, value }: Filter): {
  readonly name: string
  readonly value: string
} {
  if (field === 'month') return { name: 'Month', value: monthWords(value) }
  if (field !== 'query') return { name: capital(field), value }
  const [token, ...more] = tokensOf(value)
  const range = /^quality>=(\d+) quality<=(\d+)$/.exec(value)
  if (range !== null) return { name: 'Quality', value: `${range[1]}–${range[2]}` }
  if (token?.kind !== 'field' || more.length > 0) return { name: 'Search', value }
  const { name, operator, text } = token
  const sign = operator === '=' ? '' : `${SIGNS[operator]} `
  return { name: name === 'related' ? 'Links' : capital(name), value: `${sign}${text}` }
}

const SIGNS = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`

/** `March 2026` for `2026-03`. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-')
  const name = MONTHS[Number(number) - 1]
  return name === undefined ? month : `${name} ${year}`
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]
