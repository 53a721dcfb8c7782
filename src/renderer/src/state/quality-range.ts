import { tokensOf } from '#shared/library/query-tokens'
import type { Filter } from './filters'

/** Which scores the list is narrowed to, both ends counted; `null`: no limit. */
export type QualityRange = { readonly from: number | null; readonly to: number | null }

/** What the filters say of quality alone: together they are one range. */
export function qualityRange(filters: readonly Filter[]): QualityRange {
  const limits = filters.filter(isLimit).flatMap(limitsOf)
  const from = limits.filter(({ operator }) => operator === '>=').map(({ value }) => value)
  const to = limits.filter(({ operator }) => operator === '<=').map(({ value }) => value)
  return {
    from: from.length === 0 ? null : Math.max(...from),
    to: to.length === 0 ? null : Math.min(...to)
  }
}

/** The same filters with this range, as one of them; an end of the scale is no limit. @param end its right one. */
export function withQualityRange(
  filters: readonly Filter[],
  { from, to }: QualityRange,
  end = Infinity
): readonly Filter[] {
  const low = from === null || from <= 0 ? [] : [`quality>=${from}`]
  const high = to === null || to >= end ? [] : [`quality<=${to}`]
  const value = [...low, ...high].join(' ')
  const rest = filters.filter((filter) => !isLimit(filter))
  return value === '' ? rest : [...rest, { field: 'query', value, isNot: false }]
}

/** Where the range starts and ends on the scale. */
export const lowEnd = ({ from }: QualityRange, end: number): number => onScale(from ?? 0, end)
export const highEnd = ({ to }: QualityRange, end: number): number => onScale(to ?? end, end)
const onScale = (value: number, end: number): number => Math.min(end, Math.max(0, value))

const isLimit = (filter: Filter): boolean => limitsOf(filter).length > 0

type Limit = { readonly operator: string; readonly value: number }

/** Empty if the filter asks for anything else besides. */
function limitsOf({ field, value, isNot }: Filter): readonly Limit[] {
  if (field !== 'query' || isNot) return []
  const limits = tokensOf(value).map((token): Limit | null => {
    if (token.kind !== 'field' || token.name !== 'quality') return null
    const { operator, text } = token
    const isNumber = /^-?\d+(\.\d+)?$/.test(text)
    return isNumber && (operator === '>=' || operator === '<=')
      ? { operator, value: Number(text) }
      : null
  })
  const all = limits.flatMap((limit) => limit ?? [])
  return all.length === limits.length ? all : []
}
