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

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?\s*(Z|[-+]\d{1,2}(?::?\d\d)?)?)?$/

/** @returns `null` for a day that no calendar has, such as 30 February. */
export function dayStart(year: number, month: number, day: number): number | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null
}

/** @returns milliseconds since midnight, or `null` for a time that no clock shows. */
export const timeOfDay = (hour: number, minute: number, second: number): number | null =>
  hour < 24 && minute < 60 && second <= 60 ? hour * HOUR + minute * MINUTE + second * 1000 : null

/** Milliseconds east of UTC of `+02:00`, `-5` or `+0530`. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const digits = zone.slice(1).replace(':', '')
  const hours = Number(digits.length > 2 ? digits.slice(0, -2) : digits)
  const minutes = Number(digits.length > 2 ? digits.slice(-2) : 0)
  return (zone.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE)
}
