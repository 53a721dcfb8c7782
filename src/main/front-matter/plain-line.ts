import { resolvePlain } from './psych-scalar'

/** Where the colon of a key stands that starts at `at`. @returns -1 if there is no plain key. */
export function keyEnd(text: string, at: number): number {
  let end = at
  if (!isLetter(text.charCodeAt(end)) && text.charCodeAt(end) !== UNDERSCORE) return -1
  for (;;) {
    end += 1
    const unit = text.charCodeAt(end)
    if (isLetter(unit) || unit === UNDERSCORE || unit === DASH || isDigit(unit)) continue
    if (unit !== COLON) return -1
    const next = text.charCodeAt(end + 1)
    return next === BLANK || next === LINE_FEED ? end : -1
  }
}

/** Whether quotes open at `at`, close before the line break at `end`, and all between is text. */
export function isQuotedLine(text: string, at: number, end: number, escaped: boolean): boolean {
  if (!escaped) return end - at > 1 && text.indexOf('"', at + 1) === end - 1
  ESCAPES.lastIndex = at
  return ESCAPES.test(text) && ESCAPES.lastIndex === end + 1
}

/** Whether a plain scalar fills the line: a word or number first, `:` and `#` only between other characters. */
export function isPlainLine(text: string, at: number, end: number): boolean {
  const first = text.charCodeAt(at)
  if (!isLetter(first) && !isDigit(first)) {
    if (first !== DASH || !isDigit(text.charCodeAt(at + 1))) return false
  }
  let last = first
  for (let i = at + 1; i < end; i += 1) {
    const unit = text.charCodeAt(i)
    if (last === COLON && unit === BLANK) return false
    if (last === BLANK && unit === HASH) return false
    last = unit
  }
  return last !== BLANK && last !== COLON
}

/** Whether no YAML reader takes a key for anything but text. */
export const isTextKey = (key: string): boolean =>
  key.length > 5 || typeof resolvePlain(key) === 'string'

export const isLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

export const LINE_FEED = 0x0a
export const BLANK = 0x20
export const QUOTE = 0x22
const HASH = 0x23
export const DASH = 0x2d
const COLON = 0x3a
const UNDERSCORE = 0x5f

const ESCAPES = /"[^"\\\n]*(?:\\(?:["\\/bfnrt]|u(?![dD][89a-fA-F])[0-9a-fA-F]{4})[^"\\\n]*)*"\n/y
