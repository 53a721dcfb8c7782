import type { ExactNumber, Timestamp, YamlValue } from './value'

/** Why Psych raises an error for a plain scalar; Jekyll then loses the whole front matter. */
export type ScalarFailure = { readonly failure: 'symbol' | 'number' | 'timestamp' }

/**
 * Reads a plain scalar as Psych 4 does, the YAML reader of Jekyll 4 (its `ScalarScanner`): YAML 1.1 with
 * Ruby's habits. `y` is text, `1,000` a number, `12:30` is 45000, `:word` an error.
 */
export function resolvePlain(text: string): YamlValue | ScalarFailure {
  const first = text.charCodeAt(0)
  if (isAsciiLetter(first)) return text.length > 5 && !hasAstral(text) ? text : resolveWord(text)
  if (text === '') return null
  if (first >= DIGIT_0 && first <= DIGIT_9) {
    if (SHORT_INTEGER.test(text)) return Number(text)
    if (USUAL_TIME.test(text)) return { kind: 'timestamp', text }
  }
  if (WORD.test(text) || text.includes('\n')) return resolveWord(text)
  return resolveTime(text) ?? resolveSpecial(text) ?? resolveNumber(text) ?? text
}

export const isFailure = (value: YamlValue | ScalarFailure): value is ScalarFailure =>
  typeof value === 'object' && value !== null && 'failure' in value

/** Psych's shortcut for text: words longer than five characters are never anything else. */
function resolveWord(text: string): boolean | null | string {
  if ([...text.slice(0, 12)].length > 5 || NO_KEYWORD.test(text)) return text
  if (text === '~' || NULL.test(text)) return null
  if (TRUE.test(text)) return true
  if (FALSE.test(text)) return false
  return text
}

function resolveTime(text: string): Timestamp | ScalarFailure | string | null {
  const match = TIME.exec(text)
  if (match !== null) {
    if (!/[ tT]/.test(match[4] as string)) return { failure: 'timestamp' } // all that Psych splits at
    return isTime(match) ? { kind: 'timestamp', text } : text
  }
  if (DATE.test(text)) return isDate(text) ? { kind: 'timestamp', text } : text
  return null
}

/** What `Time.utc` and `Time.new` of Ruby accept; 24:00:00 and a leap second are times to them. */
function isTime(match: RegExpExecArray): boolean {
  const [month, day, hour, minute, second] = [2, 3, 5, 6, 7].map((group) =>
    Number(match[group])
  ) as [number, number, number, number, number]
  if (month < 1 || month > 12 || day < 1 || day > 31 || minute > 59 || second > 60) return false
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0))) return false
  return isOffset(match[8])
}

/** `Time.new` takes offsets of less than a day. */
function isOffset(zone: string | undefined): boolean {
  if (zone === undefined || zone === 'Z') return true
  const parts = /^[-+](\d{1,2}):?(\d{1,2})?$/.exec(zone)
  if (parts === null) return false
  return Number(parts[1]) * 60 + Number(parts[2] ?? 0) < 24 * 60
}

/** What `Date.strptime` of Ruby accepts: Julian days before 15 October 1582, and none for ten days. */
function isDate(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  if (month < 1 || day < 1) return false
  if (year === 1582 && month === 10 && day > 4 && day < 15) return false
  const gregorian = year > 1582 || (year === 1582 && month >= 10)
  const leap = year % 4 === 0 && (!gregorian || year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 && leap ? 29 : (DAYS[month - 1] as number))
}

function resolveSpecial(text: string): ExactNumber | ScalarFailure | number | null {
  if (/^\+?\.inf$/i.test(text)) return float(text, Number.POSITIVE_INFINITY)
  if (/^-\.inf$/i.test(text)) return float(text, Number.NEGATIVE_INFINITY)
  if (/^\.nan$/i.test(text)) return float(text, Number.NaN)
  if (/^:./.test(text)) return { failure: 'symbol' }
  if (SEXAGESIMAL.test(text)) return integer(text, sexagesimal(text))
  if (SEXAGESIMAL_FLOAT.test(text)) return float(text, sexagesimalFloat(text))
  return null
}

/** Ruby adds the parts with the sign of the first one only, and counts two parts as hours and minutes. */
const sexagesimal = (text: string): bigint =>
  text
    .split(':')
    .reduce((sum, part, i) => sum + BigInt(toInteger(part)) * BigInt(60 ** (2 - i)), 0n)

const sexagesimalFloat = (text: string): number =>
  text.split(':').reduce((sum, part, i) => sum + toFloat(part) * 60 ** (2 - i), 0)

/** `String#to_i` of Ruby: reads as far as single underscores go. */
const toInteger = (part: string): string =>
  (/^[-+]?\d+(?:_\d+)*/.exec(part)?.[0] ?? '0').replace(/_/g, '').replace(/^\+/, '')

/** `String#to_f` of Ruby. */
const toFloat = (part: string): number =>
  Number((/^[-+]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?/.exec(part)?.[0] ?? '0').replace(/_/g, ''))

function resolveNumber(text: string): YamlValue | ScalarFailure | null {
  if (FLOAT.test(text)) {
    if (/^[-+]?\.$/.test(text)) return text
    const digits = text.replace(/[,_]/g, '').replace(/\.(?=[Ee]|$)/, '')
    const value = Number(digits)
    return digits === '' || Number.isNaN(value) ? { failure: 'number' } : float(text, value)
  }
  if (!INTEGER.test(text)) return null
  const digits = text.replace(/[,_]/g, '')
  const value = parseInteger(digits)
  return value === null ? { failure: 'number' } : integer(text, value)
}

/** `Integer()` of Ruby for what `INTEGER` lets pass. @returns `null` where it raises. */
function parseInteger(digits: string): bigint | null {
  const negative = digits.startsWith('-')
  const body = digits.replace(/^[-+]/, '')
  if (/^0[bx]$/i.test(body)) return null
  const value = BigInt(/^0[0-7]/.test(body) ? `0o${body.slice(1)}` : body)
  return negative ? -value : value
}

const integer = (text: string, value: bigint): number | ExactNumber =>
  value >= -MAX_SAFE && value <= MAX_SAFE
    ? Number(value)
    : { kind: 'number', text, value: Number(value), integer: value }

/** A float that JavaScript would print just as the file has it is a number. */
const float = (text: string, value: number): number | ExactNumber =>
  String(value) === text && !Number.isInteger(value)
    ? value
    : { kind: 'number', text, value, integer: null }

const isAsciiLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)

/** Ruby counts characters, not UTF-16 units; only short texts can tell. */
const hasAstral = (text: string): boolean => text.length <= 10 && /[\uD800-\uDBFF]/.test(text)

const WORD = /^[^\d.:-]?[\p{Alphabetic}_\s!@#$%^&*(){}<>|/\\~;=]+/mu
const NO_KEYWORD = /^[^ytonf~]/im
const NULL = /^null$/im
const TRUE = /^(?:yes|true|on)$/im
const FALSE = /^(?:no|false|off)$/im
const SHORT_INTEGER = /^(?:0|[1-9]\d{0,14})$/
/** Nearly all dates of real files. */
export const USUAL_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/
const TIME =
  /^(-?\d{4})-(\d{1,2})-(\d{1,2})([Tt]|[ \t\r\n\f\v]+)(\d{1,2}):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t\r\n\f\v]*(Z|[-+]\d{1,2}:?(?:\d\d)?))?$/
const DATE = /^\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)$/
const SEXAGESIMAL = /^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}$/
const SEXAGESIMAL_FLOAT = /^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}\.[\d_]*$/
const FLOAT = /^[-+]?(?:\d[\d_,]*)?\.\d*(?:[eE][-+]\d+)?$/
const INTEGER =
  /^(?:[-+]?0b[01_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:\d|,\d|_\d)*)|[-+]?0x[\da-fA-F_,]+)$/
const DIGIT_0 = 0x30
const DIGIT_9 = 0x39
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER)
