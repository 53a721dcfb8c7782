import type { Desk } from './desk'
import { type Filter, keyOf, toggled } from './filters'
import { dayName, type RangeBin } from './insights'
import { withQualityRange } from './quality-range'

/** What a range of columns is about. */
export type RangeField = 'quality' | 'heat' | 'date' | 'related'

/** What a bar is about. */
type ValueField = 'topic' | 'provider' | 'finding'

/** Narrows the list to what some columns of a chart stand for, in place of an earlier range of the same field. */
export function narrowToRange(
  desk: Desk,
  field: RangeField,
  first: RangeBin,
  last: RangeBin
): void {
  const { filters } = desk.view.getState()
  const [from, to] = first.from <= last.from ? [first.from, last.to] : [last.from, first.to]
  desk.view.setState({ filters: withRange(filters, field, from, to) })
}

/** @param to both ends count; `null`: no limit. */
export function withRange(
  filters: readonly Filter[],
  field: RangeField,
  from: number,
  to: number | null
): readonly Filter[] {
  if (field === 'quality') return withQualityRange(filters, { from, to })
  const rest = filters.filter((filter) => !isRangeOf(filter, field))
  const name = field === 'date' ? dayName : String
  const value = to === null ? `${field}>=${name(from)}` : `${field}:${name(from)}..${name(to)}`
  return [...rest, { field: 'query', value, isNot: false }]
}

/** Narrows the list to one value, or no longer to it. */
export function toggleValue(desk: Desk, field: ValueField, value: string): void {
  const { filters } = desk.view.getState()
  desk.view.setState({ filters: toggled(filters, filterOf(field, value)) })
}

/** Whether the list is narrowed to a value. */
export const isNarrowedTo = (
  filters: readonly Filter[],
  field: ValueField,
  value: string
): boolean => filters.some((each) => keyOf(each) === keyOf(filterOf(field, value)))

const filterOf = (field: ValueField, value: string): Filter =>
  field === 'finding'
    ? { field: 'query', value: `finding:${value}`, isNot: false }
    : { field, value, isNot: false }

const isRangeOf = ({ field, value, isNot }: Filter, name: RangeField): boolean =>
  (field === 'query' && !isNot && new RegExp(`^${name}(:|>=|<=)\\S+$`).test(value)) ||
  (name === 'date' && field === 'month' && !isNot)
