import type { ScalarStyle } from './nodes'

/** Where a scalar is going to stand. */
export type ScalarPlace = {
  /** Inside brackets. */
  readonly flow: boolean
  readonly key?: boolean
}

/**
 * Whether `text` can be written without quotes so that Psych, SafeYAML, PyYAML and js-yaml in both its schemas
 * read it back as this text. Errs on the side of quotes.
 */
export function isPlainSafe(text: string, { flow, key = false }: ScalarPlace): boolean {
  if (!PLAIN.test(text) || UNSAFE_INSIDE.test(text)) return false
  if (flow && /[,[\]{}:?]/.test(text)) return false
  if (key && !/^[\p{L}\d_][\p{L}\d_.\-/ ]*$/u.test(text)) return false
  if (text.length > (key ? 200 : 100_000)) return false
  if (KEYWORD.test(text)) return false
  return !/^[\d._]/.test(text) || isNoNumber(text)
}

/** Digits first: only with a letter that stands in no number, date or time of any reader. */
const isNoNumber = (text: string): boolean =>
  /^\.[A-Za-z]/.test(text)
    ? !/^\.(?:inf|nan)/i.test(text)
    : /[g-np-suvwyG-NP-SUVWY]|[^\x20-\x7e]/.test(text)

/** `text` in double quotes; what is invisible or ends a line is written as an escape. */
export const doubleQuoted = (text: string): string => `"${text.replace(ESCAPED, escapeUnit)}"`

/** `text` in single quotes. @returns `null` if it holds what only an escape can say. */
const singleQuoted = (text: string): string | null =>
  INVISIBLE.test(text) ? null : `'${text.replace(/'/g, "''")}'`

/** Half of a pair of surrogates cannot be written as UTF-8. */
export const hasLoneSurrogate = (text: string): boolean => LONE_SURROGATE.test(text)

/**
 * Writes text in the wanted style if all readers take it there, else in double quotes.
 *
 * @param style of the scalar that it replaces or of its neighbours; block styles count as `double`.
 */
export function scalarText(text: string, style: ScalarStyle | null, place: ScalarPlace): string {
  if (style === 'single') return singleQuoted(text) ?? doubleQuoted(text)
  if (style === 'plain' || style === 'empty' || style === null) {
    return isPlainSafe(text, place) ? text : doubleQuoted(text)
  }
  return doubleQuoted(text)
}

/**
 * Writes text as a literal or folded block, its lines indented by `indent`.
 *
 * @returns the header and the lines, or `null` if the text has lines that readers do not agree on.
 */
export function blockText(
  text: string,
  style: 'literal' | 'folded',
  indent: number,
  lineEnding: string
): string | null {
  if (!BLOCK_SAFE.test(text) || text.trim() === '' || /^[ \n]|[ \t](?:\n|$)|\n\n$/.test(text))
    return null
  const body = text.endsWith('\n') ? text.slice(0, -1) : text
  if (style === 'folded' && /\n /.test(body)) return null
  const lines = (style === 'folded' ? body.replace(/\n+/g, '$&\n') : body).split('\n')
  const sign = (style === 'literal' ? '|' : '>') + (text.endsWith('\n') ? '' : '-')
  const pad = ' '.repeat(indent)
  return [sign, ...lines.map((line) => (line === '' ? '' : pad + line))].join(lineEnding)
}

function escapeUnit(unit: string): string {
  const short = SHORT_ESCAPES.get(unit)
  if (short !== undefined) return short
  const hex = unit.charCodeAt(0).toString(16).toUpperCase()
  return hex.length <= 2 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\0', '\\0']
])
const INVISIBLES = '\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF'
const INVISIBLE = new RegExp(`[${INVISIBLES}]`)
const ESCAPED = new RegExp(`["\\\\${INVISIBLES}]`, 'g')
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
/** Starts with a letter, digit, `_`, `/`, or `.` and ends visibly; only printable characters between. */
const PLAIN =
  /^[\p{L}\p{N}_/.\p{So}][\x20-\x7E\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]*(?<![\s:])$/u
const UNSAFE_INSIDE = /: | #/
const KEYWORD = /^(?:y|n|yes|no|on|off|true|false|null|nil|~|_+|\.+_*)$/i
const BLOCK_SAFE = /^[\x20-\x7E\n\u00A0-\u2027\u202A-\uFEFE\uFF00-\uFFFD]*$/
