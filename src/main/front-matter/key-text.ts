import { type AliasEvent, EVENT_ID, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import { isFailure, resolvePlain } from './psych-scalar'
import { scalarValue } from './scalar-value'
import type { YamlValue } from './value'

/** The name under which `construct` puts the key of a mapping. */
export function plainKeyText(source: string, event: ScalarEvent): string {
  const text = scalarValue(source, event)
  if (event.style !== SCALAR_STYLE.PLAIN || event.tagStart !== -1) return text
  const value = resolvePlain(text)
  return isFailure(value) ? text : keyText(value, source, event)
}

/** The name of a key for a JSON reader: `to_s` of Ruby for keys that are not text. */
export function keyText(value: YamlValue, source: string, event: ScalarEvent | AliasEvent): string {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  return event.type === EVENT_ID.SCALAR ? scalarValue(source, event) : ''
}
