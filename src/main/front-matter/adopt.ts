import type { Json, JsonObject } from '#shared/json'
import { resolvePlain } from './psych-scalar'
import {
  isExactNumber,
  isTimestamp,
  isYamlList,
  isYamlMap,
  toJson,
  type YamlMap,
  type YamlValue
} from './value'

/**
 * Turns JSON, which knows no dates and no large integers, into the YAML value that is meant.
 *
 * A text is a date if it replaces a date or stands under a key of `dateKeys`, and Psych reads it as one; what is
 * equal to the value that it replaces, or to an item of the list that it replaces, is that value.
 *
 * @param current the value that `json` replaces, if there is one.
 * @param key the nearest key above, `null` at the top.
 */
export function adopt(
  json: Json,
  current: YamlValue | undefined,
  key: string | null,
  dateKeys: ReadonlySet<string>
): YamlValue {
  if (typeof json === 'string') return adoptText(json, current, key, dateKeys)
  if (typeof json === 'number') return adoptNumber(json)
  if (json === null || typeof json === 'boolean') return json
  if (Array.isArray(json)) return adoptList(json, current, key, dateKeys)
  const old = isYamlMap(current) ? current : null
  return new Map(
    Object.entries(json as JsonObject).map(([name, value]) => [
      name,
      adopt(value, old?.get(name), name, dateKeys)
    ])
  )
}

function adoptText(
  text: string,
  current: YamlValue | undefined,
  key: string | null,
  dateKeys: ReadonlySet<string>
): YamlValue {
  if (current === text) return text
  const special = isTimestamp(current) || isExactNumber(current)
  if (special && toJson(current) === text) return current
  if (!isTimestamp(current) && (key === null || !dateKeys.has(key))) return text
  if (!DATE.test(text)) return text
  const read = resolvePlain(text)
  return isTimestamp(read) ? read : text
}

const adoptNumber = (value: number): YamlValue =>
  Number.isInteger(value) && !Number.isSafeInteger(value)
    ? { kind: 'number', text: BigInt(value).toString(), value, integer: BigInt(value) }
    : value

function adoptList(
  json: readonly Json[],
  current: YamlValue | undefined,
  key: string | null,
  dateKeys: ReadonlySet<string>
): YamlValue {
  const old = isYamlList(current) ? current : []
  const known = new Map(old.map((item) => [JSON.stringify(toJson(item)), item]))
  return json.map(
    (item, i) => known.get(JSON.stringify(item)) ?? adopt(item, old[i], key, dateKeys)
  )
}

/** The keys under which the front matter already holds plain dates. */
export function keysOfDates(data: YamlMap): ReadonlySet<string> {
  const keys = new Set<string>()
  const waiting: YamlValue[] = [data]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (isYamlList(value)) {
      for (const item of value) if (isCollection(item)) waiting.push(item)
    } else if (isYamlMap(value)) {
      for (const [key, item] of value) {
        if (isTimestamp(item)) keys.add(key)
        else if (isCollection(item)) waiting.push(item)
      }
    }
  }
  return keys
}

const isCollection = (value: YamlValue): boolean => isYamlList(value) || isYamlMap(value)

/** Spelled so that every reader sees the same date. */
const DATE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)?)?$/
