import { stringifyExact, type YamlValue } from '../../front-matter/value'

/**
 * Whether Jekyll surely cannot read a value as the `date` of a document, upon which it builds nothing. It reads any text
 * in which Ruby finds a day, a month or a time, so what is not sure counts as read.
 */
export function isNoJekyllDate(value: YamlValue): boolean {
  if (value === null || typeof value === 'boolean') return true
  const text = typeof value === 'string' ? value : stringifyExact(value)
  if (!/\d/.test(text) && !MONTH.test(text)) return true
  const [, month, day, hour] = WRITTEN.exec(text) ?? []
  if (month === undefined) return false
  return !isWithin(month, 1, 12) || !isWithin(day, 1, 31) || !isWithin(hour ?? '0', 0, 24)
}

/** Whether Jekyll takes a file at this path, with `/`, for a document of a collection: it reads `date` of no others. */
export const isDocument = (path: string): boolean => /(?:^|\/)_[^/]+\//.test(path)

const MONTH = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i
const WRITTEN = /^\s*\d{4}-(\d{1,2})-(\d{1,2})(?:(?:T|\s+)(\d{1,2}):)?/i

const isWithin = (digits: string | undefined, least: number, most: number): boolean =>
  Number(digits) >= least && Number(digits) <= most
