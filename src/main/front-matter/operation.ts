import type { Json } from '#shared/json'
import { fail, ok, type Result } from '#shared/result'
import { parseIndex, startsWith } from './pointer'
import { isYamlList, isYamlMap, sameValue, toJson, type YamlMap, type YamlValue } from './value'

/** A JSON Patch operation whose pointers are parsed and whose value is YAML data. */
export type Operation =
  | {
      readonly op: 'add' | 'replace' | 'test'
      readonly path: readonly string[]
      readonly value: YamlValue
    }
  | { readonly op: 'remove'; readonly path: readonly string[] }
  | {
      readonly op: 'move' | 'copy'
      readonly from: readonly string[]
      readonly path: readonly string[]
    }

/** The same with its value still JSON. */
export type JsonOperation =
  | Exclude<Operation, { readonly value: YamlValue }>
  | {
      readonly op: 'add' | 'replace' | 'test'
      readonly path: readonly string[]
      readonly value: Json
    }

/** Why an operation does not apply to a value. */
export type Mismatch = { readonly code: string; readonly message: string }

/** Applies one operation as RFC 6902 says. The old value stays as it is. */
export function applyOperation(
  value: YamlValue,
  operation: Operation
): Result<YamlValue, Mismatch> {
  switch (operation.op) {
    case 'add':
      return add(value, operation.path, operation.value)
    case 'remove':
      return remove(value, operation.path)
    case 'replace':
      return change(value, operation.path, () => ok(operation.value))
    case 'test':
      return test(value, operation.path, operation.value)
    case 'copy': {
      const source = valueAt(value, operation.from)
      return source === undefined ? missing(operation.from) : add(value, operation.path, source)
    }
    case 'move':
      return move(value, operation.from, operation.path)
  }
}

/** @returns `undefined` if there is no value at `path`. */
export function valueAt(value: YamlValue, path: readonly string[]): YamlValue | undefined {
  let at: YamlValue | undefined = value
  for (const token of path) {
    if (at === undefined) return undefined
    at = child(at, token)
  }
  return at
}

function child(value: YamlValue, token: string): YamlValue | undefined {
  if (isYamlMap(value)) return value.get(token)
  if (!isYamlList(value)) return undefined
  const index = parseIndex(token)
  return index === null ? undefined : value[index]
}

function move(
  value: YamlValue,
  from: readonly string[],
  path: readonly string[]
): Result<YamlValue, Mismatch> {
  const source = valueAt(value, from)
  if (source === undefined) return missing(from)
  if (startsWith(path, from)) {
    return path.length === from.length
      ? ok(value)
      : fail({ code: 'move-into-itself', message: `${show(from)} cannot move into itself.` })
  }
  const without = remove(value, from)
  return without.ok ? add(without.value, path, source) : without
}

function test(
  value: YamlValue,
  path: readonly string[],
  expected: YamlValue
): Result<YamlValue, Mismatch> {
  const actual = valueAt(value, path)
  if (actual === undefined) return missing(path)
  if (sameValue(actual, expected)) return ok(value)
  const found = JSON.stringify(toJson(actual)).slice(0, 80)
  return fail({ code: 'test-failed', message: `${show(path)} is not as expected; it is ${found}.` })
}

function add(
  value: YamlValue,
  path: readonly string[],
  added: YamlValue
): Result<YamlValue, Mismatch> {
  const last = path.at(-1)
  if (last === undefined) return ok(added)
  return change(value, path.slice(0, -1), (parent) => {
    if (isYamlMap(parent)) return ok(withKey(parent, last, added))
    if (!isYamlList(parent)) return missing(path)
    const index = last === '-' ? parent.length : parseIndex(last)
    if (index === null || index > parent.length) return missing(path)
    return ok([...parent.slice(0, index), added, ...parent.slice(index)])
  })
}

function remove(value: YamlValue, path: readonly string[]): Result<YamlValue, Mismatch> {
  const last = path.at(-1)
  if (last === undefined) return ok(null)
  return change(value, path.slice(0, -1), (parent) => {
    if (child(parent, last) === undefined) return missing(path)
    if (isYamlMap(parent)) {
      const rest = new Map(parent)
      rest.delete(last)
      return ok(rest)
    }
    const index = Number(last)
    const list = parent as readonly YamlValue[]
    return ok([...list.slice(0, index), ...list.slice(index + 1)])
  })
}

/** Replaces the value at `path`, which must exist, by what `update` makes of it. */
function change(
  value: YamlValue,
  path: readonly string[],
  update: (value: YamlValue) => Result<YamlValue, Mismatch>
): Result<YamlValue, Mismatch> {
  const parents: YamlValue[] = []
  let at = value
  for (const token of path) {
    const next = child(at, token)
    if (next === undefined) return missing(path)
    parents.push(at)
    at = next
  }
  const updated = update(at)
  if (!updated.ok) return updated
  let result = updated.value
  for (let i = path.length - 1; i >= 0; i -= 1) {
    const parent = parents[i] as YamlMap | readonly YamlValue[]
    const token = path[i] as string
    result = isYamlMap(parent)
      ? withKey(parent, token, result)
      : parent.map((item, index) => (index === Number(token) ? result : item))
  }
  return ok(result)
}

const withKey = (map: YamlMap, key: string, value: YamlValue): YamlMap =>
  new Map(map).set(key, value)

const missing = (path: readonly string[]): Result<never, Mismatch> =>
  fail({ code: 'path-not-found', message: `There is no ${show(path)}.` })

const show = (path: readonly string[]): string =>
  path.length === 0
    ? 'whole front matter'
    : `\`/${path.map((token) => token.replace(/~/g, '~0').replace(/\//g, '~1')).join('/')}\``
