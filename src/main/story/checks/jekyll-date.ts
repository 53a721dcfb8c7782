import { stringifyExact, type YamlValue } from '../../front-matter/value'

/**
 * Whether Jekyll surely cannot read a value as the `date` of a document, upon which it builds nothing. It reads any text
 * in which Ruby finds a day, a month or a time, so what is not sure counts as read.
 */
export function isNoJekyllDate(value: YamlValue): boolean {
  if (value === null || typeof value === 'boolean') return true
  const text = typeof value === 'string' ? value : stringifyExact(value)
  if (!/\d/.test(text) && !MONTH.test(text)) return true
  if (/^\d+$/.test(text)) return isNoDayInDigits(text)
  const { month, day, hour } = (YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups ?? {}
  if (month === undefined) return false
  return !isWithin(month, 1, 12) || !isWithin(day, 1, 31) || !isWithin(hour ?? '0', 0, 24)
}

/** Ruby reads digits alone as a day, a day of a year, a month with a day, or one of these behind a year. */
function isNoDayInDigits(digits: string): boolean {
  switch (digits.length) {
    case 1:
      return true
    case 2:
      return !isWithin(digits, 1, 31)
    case 3:
    case 5:
    case 7:
      return !isWithin(digits.slice(-3), 1, 366)
    case 4:
    case 6:
    case 8:
      return !isWithin(digits.slice(-4, -2), 1, 12) || !isWithin(digits.slice(-2), 1, 31)
    default:
      return false
  }
}

/** Whether Jekyll takes a file at this path, with `/`, for a document of a collection: it reads `date` of no others. */
export const isDocument = (path: string): boolean => /(?:^|\/)_[^/]+\//.test(path)

const MONTH = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i
const YEAR_FIRST =
  /^\s*\d{4}([-/.])(?<month>\d{1,2})\1(?<day>\d{1,2})(?:(?:T|\s+)(?<hour>\d{1,2}):)?/i
/** `12/31/2020`, too, is the 12th of a month to Ruby. */
const DAY_FIRST = /^\s*(?<day>\d{1,2})([-/.])(?<month>\d{1,2})\2\d{4}(?:\s+(?<hour>\d{1,2}):)?/

const isWithin = (digits: string | undefined, least: number, most: number): boolean =>
  Number(digits) >= least && Number(digits) <= most
