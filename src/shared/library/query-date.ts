import { dayStart, HOUR, MINUTE, timeOfDay } from '../story/instant'

/** A stretch of time: milliseconds since 1970 UTC, from `from` up to but without `to`. */
export type Period = { readonly from: number; readonly to: number }

/** The period that a year, month, day or minute of a query means, e.g. `2020`, `2020-05`, `2020-05-01T09:30`. */
export function periodOf(text: string): Period | null {
  const parts = PERIOD.exec(text)
  if (parts === null) return null
  const [, year = '', month, day, hour, minute] = parts
  const from = dayStart(Number(year), Number(month ?? 1), Number(day ?? 1))
  if (from === null) return null
  if (month === undefined) return upTo(from, dayStart(Number(year) + 1, 1, 1))
  if (day === undefined) return upTo(from, followingMonth(Number(year), Number(month)))
  if (hour === undefined) return { from, to: from + DAY }
  const time = timeOfDay(Number(hour), Number(minute ?? 0), 0)
  if (time === null) return null
  return { from: from + time, to: from + time + (minute === undefined ? HOUR : MINUTE) }
}

/** The month of a moment in UTC, e.g. `2020-05`. */
export function monthOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, -17)
}

const DAY = 24 * HOUR

const PERIOD = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:T(\d{1,2})(?::(\d\d))?Z?)?)?)?$/i

const upTo = (from: number, to: number | null): Period | null => (to === null ? null : { from, to })

const followingMonth = (year: number, month: number): number | null =>
  month === 12 ? dayStart(year + 1, 1, 1) : dayStart(year, month + 1, 1)
