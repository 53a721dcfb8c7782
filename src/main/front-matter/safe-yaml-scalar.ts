import { USUAL_TIME } from './psych-scalar'
import { isExactNumber, isTimestamp, type YamlValue } from './value'

/**
 * Whether SafeYAML, which Jekyll 3 and GitHub Pages read with, makes something else of a plain scalar than
 * Psych does. Only texts that start like a number, a date or a symbol can differ.
 *
 * @param value what Psych makes of `text`.
 */
export function safeYamlDiffers(text: string, value: YamlValue): boolean {
  if (typeof value === 'string') return stripped(text) !== null || ODD.test(text)
  if (typeof value === 'number' && ORDINARY_NUMBER.test(text)) return false
  if (isTimestamp(value)) return !USUAL_TIME.test(text) && !STRICT_DATE.test(text)
  if (typeof value !== 'number' && !isExactNumber(value)) return false
  if (ORDINARY_NUMBER.test(text)) return false
  if (text.includes(':')) return !/:.*:.*\./.test(text)
  const integer = typeof value === 'number' ? Number.isInteger(value) : value.integer !== null
  return integer ? stripped(text) === null : /[.]$|^\+\.inf$/i.test(text)
}

/** SafeYAML takes underscores and commas away wherever they stand. @returns `null` if no integer is left. */
function stripped(text: string): string | null {
  const digits = text.replace(/[_,]/g, '')
  return /^(?:[-+]?(?:0|[1-9]\d*)|0[0-7]+|0[xX][\da-fA-F]+|0b[01]+)$/.test(digits) ? digits : null
}

const ORDINARY_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/
const STRICT_DATE =
  /^\d{4}-\d\d-\d\d$|^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:(?!60)\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/
/** Four sexagesimal parts, and what its `Float()` fails on. */
const ODD = /^[-+]?\d[\d_]*(?::[0-5]?\d){3,}$|^[-+]?\._+$/
