import type { Facets } from '#shared/library/query-facets'
import { parseQuery } from '#shared/library/query-parse'
import { queryTerm } from '#shared/library/query-syntax'
import { tokensOf } from '#shared/library/query-tokens'
import { chipsOf, type Filter } from './filters'
import type { View, ViewName } from './view-store'

/** What search and filters narrow a view to. */
export type Narrowing = Pick<View, 'text' | 'filters'>

/**
 * What the list is narrowed to, as one query that can be typed. What is reviewed or held belongs to one desk, so the inbox
 * and what is held are no part of it.
 */
export function queryOfView({ name, filters, text }: Narrowing & Pick<View, 'name'>): string {
  const wanted = filters.filter(({ isNot }) => !isNot)
  const oneOf = (['provider', 'type', 'category', 'month'] as const).map((field) => {
    const terms = wanted.filter((filter) => filter.field === field).map(termOf)
    return terms.length > 1 ? `(${terms.join(' or ')})` : terms.join()
  })
  const all = wanted.filter(({ field }) => field === 'topic' || field === 'query').map(termOf)
  const none = filters.filter(({ isNot }) => isNot).map((filter) => `-${termOf(filter)}`)
  const terms = [BY_NAME[name], ...all, ...oneOf, ...none, alone(text.trim())]
  return terms.filter((term) => term !== '').join(' ')
}

/** What the views of the sidebar are as queries; all stories are every story. */
const BY_NAME: { readonly [name in ViewName]: string } = {
  all: '',
  inbox: '',
  held: '',
  published: 'is:onsite',
  unpublished: '-is:onsite',
  problems: '(is:problem or is:finding)'
}

function termOf({ field, value, isNot }: Filter): string {
  if (field === 'month') return `date:${value}`
  if (field !== 'query') return queryTerm(field, value)
  const isOne = unitsOf(value)?.length === 1
  return isNot && !isOne ? `(${value})` : alone(value)
}

/** In parentheses where it would take what stands beside it for an alternative. */
const alone = (query: string): string =>
  unitsOf(query) === null && parseQuery(query).ok ? `(${query})` : query

/** A query as chips and words: the way back from `queryOfView`. */
export function narrowingOf(query: string, facets: Facets): Narrowing {
  const units = unitsOf(query)
  if (units === null) return { filters: [condition(query.trim(), false)], text: '' }
  const filters: Filter[] = []
  const words: string[] = []
  for (const { text, isNot } of units) {
    const chips = text.startsWith('(') ? groupOf(text, isNot, facets) : oneChip(text, facets)
    if (chips === null) words.push(`${isNot ? '-' : ''}${text}`)
    else filters.push(...chips.map((chip) => ({ ...chip, isNot })))
  }
  return { filters, text: words.join(' ') }
}

/** `null`: it is a word. */
function oneChip(text: string, facets: Facets): readonly Filter[] | null {
  const month = /^date:(\d{4}-\d\d)$/.exec(text)?.[1]
  if (month !== undefined) return [{ field: 'month', value: month, isNot: false }]
  return chipsOf(text, facets)?.filters ?? null
}

/** Alternatives of one field become its values; any others are one condition. */
function groupOf(text: string, isNot: boolean, facets: Facets): readonly Filter[] {
  const inner = text.slice(1, -1)
  const options = tokensOf(inner)
    .filter(({ kind }) => kind !== 'or')
    .map(({ start, end }) => oneChip(inner.slice(start, end), facets)?.[0])
  const [first] = options
  const isOneField =
    first !== undefined && first.field !== 'query' && first.field !== 'topic' && !isNot
  const same = options.flatMap((each) =>
    each !== undefined && each.field === first?.field ? each : []
  )
  return isOneField && same.length === options.length ? same : [condition(text, isNot)]
}

const condition = (value: string, isNot: boolean): Filter => ({ field: 'query', value, isNot })

type Unit = { readonly text: string; readonly isNot: boolean }

/** The parts of a query that must all hold; `null` if it is alternatives, or not understood. */
function unitsOf(query: string): readonly Unit[] | null {
  if (!parseQuery(query).ok) return null
  const units: Unit[] = []
  let depth = 0
  let start: number | null = null
  let isNot = false
  for (const token of tokensOf(query)) {
    if (token.kind === 'or' && depth === 0) return null
    if (token.kind === 'not' && depth === 0) {
      isNot = !isNot
      continue
    }
    start ??= token.start
    if (token.kind === 'open') depth += 1
    if (token.kind === 'close') depth -= 1
    if (depth > 0) continue
    units.push({ text: query.slice(start, token.end), isNot })
    start = null
    isNot = false
  }
  return units
}
