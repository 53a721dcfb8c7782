import {
  isExactNumber,
  isTimestamp,
  isYamlList,
  isYamlMap,
  type YamlValue
} from '../../front-matter/value'
import { shortened } from '../field-words'

/** A value in a sentence: `the text “false”`, `the number 0`, `a list`. */
export function shownValue(value: YamlValue): string {
  if (value === null) return 'empty'
  if (isYamlList(value)) return 'a list'
  if (isYamlMap(value)) return 'a group of fields'
  if (isTimestamp(value)) return `the date ${value.text}`
  if (isExactNumber(value))
    return Number.isFinite(value.value) ? `the number ${value.text}` : value.text
  if (typeof value === 'string')
    return value.trim() === '' ? 'empty' : `the text “${shortened(value)}”`
  return typeof value === 'number' ? `the number ${value}` : String(value)
}
