/** A stretch of time: milliseconds since 1970 UTC, from `from` up to but without `to`. */
export type Period = { readonly from: number; readonly to: number }

/**
 * The moment a story's date means, read as Jekyll reads a YAML timestamp: a date alone is midnight, and a time
 * without a zone is UTC, wherever the reader sits.
 *
 * @returns milliseconds since 1970 UTC, or `null` for anything that is not a real date.
 */
export function instantOf(text: string): number | null {
  const parts = TIMESTAMP.exec(text)
  if (parts === null) return null
  const [, year, month, day, hour, minute, second, fraction, zone] = parts
  const start = dayStart(Number(year), Number(month), Number(day))
  if (start === null) return null
  if (hour === undefined) return start
  const time = timeOfDay(Number(hour), Number(minute), Number(second))
  if (time === null) return null
  return start + time + Math.floor(Number(`0.${fraction ?? '0'}`) * 1000) - offsetOf(zone)
}

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

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?\s*(Z|[-+]\d{1,2}(?::?\d\d)?)?)?$/
const PERIOD = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:T(\d{1,2})(?::(\d\d))?Z?)?)?)?$/i

const upTo = (from: number, to: number | null): Period | null => (to === null ? null : { from, to })

const followingMonth = (year: number, month: number): number | null =>
  month === 12 ? dayStart(year + 1, 1, 1) : dayStart(year, month + 1, 1)

/** @returns `null` for a day that no calendar has, such as 30 February. */
function dayStart(year: number, month: number, day: number): number | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null
}

const timeOfDay = (hour: number, minute: number, second: number): number | null =>
  hour < 24 && minute < 60 && second <= 60 ? hour * HOUR + minute * MINUTE + second * 1000 : null

/** Milliseconds east of UTC of `+02:00`, `-5` or `+0530`. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const digits = zone.slice(1).replace(':', '')
  const hours = Number(digits.length > 2 ? digits.slice(0, -2) : digits)
  const minutes = Number(digits.length > 2 ? digits.slice(-2) : 0)
  return (zone.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE)
}
