import type { Json } from '#shared/json'

/** A plain YAML date or time. It stays text, because its spelling and its time zone are the file's. */
export type Timestamp = { readonly kind: 'timestamp'; readonly text: string }

/**
 * A number that a JavaScript number cannot show as the file does: an integer beyond 2^53, a float spelled
 * `1.0` or `1.10`, infinity, not-a-number.
 */
export type ExactNumber = {
  readonly kind: 'number'
  /** As the file spells it. */
  readonly text: string
  /** The nearest JavaScript number; may be infinite or NaN. */
  readonly value: number
  /** The exact value of an integer, `null` for a float. */
  readonly integer: bigint | null
}

/** A YAML mapping in the order of the file. `__proto__` and its like are keys as any other. */
export type YamlMap = ReadonlyMap<string, YamlValue>

/** What front matter can hold, as Psych, the YAML reader of Jekyll, sees it. */
export type YamlValue =
  | null
  | boolean
  | number
  | string
  | Timestamp
  | ExactNumber
  | readonly YamlValue[]
  | YamlMap

export const isYamlMap = (value: unknown): value is YamlMap => value instanceof Map
export const isYamlList = (value: unknown): value is readonly YamlValue[] => Array.isArray(value)
export const isTimestamp = (value: unknown): value is Timestamp => hasKind(value, 'timestamp')
export const isExactNumber = (value: unknown): value is ExactNumber => hasKind(value, 'number')

const hasKind = (value: unknown, kind: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Map) &&
  (value as { kind?: unknown }).kind === kind

/**
 * The value as JSON: dates, integers beyond 2^53, infinities and NaN as their text, other floats as numbers.
 * Objects keep keys such as `__proto__` as plain data.
 */
export function toJson(value: YamlValue): Json {
  if (value === null || typeof value !== 'object') return value
  if (isYamlMap(value)) return mapToJson(value)
  if (isYamlList(value)) return value.map(toJson)
  if (isTimestamp(value)) return value.text
  return value.integer === null && Number.isFinite(value.value) ? value.value : value.text
}

function mapToJson(map: YamlMap): Json {
  const object: { [key: string]: Json } = {}
  for (const [key, value] of map) {
    if (key === '__proto__') defineOwn(object, key, toJson(value))
    else object[key] = toJson(value)
  }
  return object
}

/** Sets an own property even where assignment would change the prototype. */
function defineOwn(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true
  })
}

/** What `stringifyExact` prints: JSON, YAML values, and plain objects that hold them. */
export type Printable =
  | YamlValue
  | Json
  | readonly Printable[]
  | { readonly [key: string]: Printable | undefined }

/**
 * JSON text of `value` in one line, in which integers of any size are written digit by digit and floats
 * keep their point. Dates, infinities and NaN, which JSON does not know, are written as their text.
 */
export function stringifyExact(value: Printable): string {
  if (typeof value === 'number') return numberText(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (value instanceof Map) return objectText([...value])
  if (Array.isArray(value)) return `[${value.map(stringifyExact).join(',')}]`
  if (isTimestamp(value)) return JSON.stringify(value.text)
  if (isExactNumber(value)) return exactText(value)
  return objectText(Object.entries(value))
}

const objectText = (pairs: readonly (readonly [string, Printable | undefined])[]): string =>
  `{${pairs
    .filter((pair): pair is readonly [string, Printable] => pair[1] !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}:${stringifyExact(value)}`)
    .join(',')}}`

const numberText = (value: number): string => (Object.is(value, -0) ? '0' : JSON.stringify(value))

function exactText({ integer, value, text }: ExactNumber): string {
  if (integer !== null) return integer.toString()
  if (!Number.isFinite(value)) return JSON.stringify(text)
  if (Object.is(value, -0)) return '-0.0'
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value)
}

/** Whether two values are the same data: numbers by value, dates by text, maps in any order of keys. */
export function sameValue(a: YamlValue, b: YamlValue): boolean {
  if (a === b) return true
  if (isNumeric(a) && isNumeric(b)) return sameNumber(a, b)
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (isYamlMap(a)) return isYamlMap(b) && sameMap(a, b)
  if (isYamlList(a)) {
    return isYamlList(b) && a.length === b.length && a.every((item, i) => sameAt(item, b, i))
  }
  return isTimestamp(a) && isTimestamp(b) && a.text === b.text
}

const sameAt = (item: YamlValue, list: readonly YamlValue[], index: number): boolean =>
  sameValue(item, list[index] as YamlValue)

function sameMap(a: YamlMap, b: YamlMap): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) {
    const other = b.get(key)
    if (other === undefined || !sameValue(value, other)) return false
  }
  return true
}

const isNumeric = (value: YamlValue): value is number | ExactNumber =>
  typeof value === 'number' || isExactNumber(value)

function sameNumber(a: number | ExactNumber, b: number | ExactNumber): boolean {
  if (isExactNumber(a) && isExactNumber(b) && a.integer !== null && b.integer !== null) {
    return a.integer === b.integer
  }
  const left = typeof a === 'number' ? a : a.value
  const right = typeof b === 'number' ? b : b.value
  return left === right || (Number.isNaN(left) && Number.isNaN(right))
}
