import type { Json, JsonPatch, PatchOperation } from '../src/shared/json'

/** Applies a JSON Patch to JSON, for tests. @throws if an operation does not apply. */
export const applyPatch = (data: Json, patch: JsonPatch): Json => patch.reduce(applyOne, data)

function applyOne(data: Json, operation: PatchOperation): Json {
  switch (operation.op) {
    case 'add':
      return changed(data, tokensOf(operation.path), () => operation.value, true)
    case 'replace':
      return changed(data, tokensOf(operation.path), () => operation.value, false)
    case 'remove':
      return changed(data, tokensOf(operation.path), () => undefined, false)
    case 'move': {
      const moved = tokensOf(operation.from).reduce(member, data)
      const rest = changed(data, tokensOf(operation.from), () => undefined, false)
      return changed(rest, tokensOf(operation.path), () => moved, true)
    }
    default:
      throw new Error(`Not planned for: ${operation.op}`)
  }
}

const tokensOf = (path: string): readonly string[] =>
  path
    .slice(1)
    .split('/')
    .map((token) => token.replace(/~1/g, '/').replace(/~0/g, '~'))

function member(holder: Json, token: string): Json {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, token)) {
    throw new Error(`Nothing at ${token}`)
  }
  return (holder as { readonly [key: string]: Json })[token] as Json
}

function changed(
  holder: Json,
  [token = '', ...inner]: readonly string[],
  change: () => Json | undefined,
  isNew: boolean
): Json {
  const value = inner.length > 0 ? changed(member(holder, token), inner, change, isNew) : change()
  if (inner.length > 0 || !isNew) member(holder, token)
  if (Array.isArray(holder)) {
    const position = Number(token)
    if (!(position <= holder.length)) throw new Error(`No position ${token}`)
    const isInserted = isNew && inner.length === 0
    return holder.toSpliced(position, isInserted ? 0 : 1, ...(value === undefined ? [] : [value]))
  }
  if (typeof holder !== 'object' || holder === null) throw new Error(`No place for ${token}`)
  const pairs = new Map(Object.entries(holder))
  if (value === undefined) pairs.delete(token)
  else pairs.set(token, value)
  return Object.fromEntries(pairs)
}
