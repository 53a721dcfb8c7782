import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonPatch } from '#shared/json'

/**
 * The patch that turns one value into another and leaves alone what both have in common: keys of maps, and the start
 * and the end of lists.
 *
 * @param path where the value stands, as a JSON Pointer.
 */
export function patchBetween(path: string, from: unknown, to: Json): JsonPatch {
  if (isDeepStrictEqual(from, to)) return []
  if (Array.isArray(from) && Array.isArray(to)) return listPatch(path, from, to)
  if (isMap(from) && isMap(to)) return mapPatch(path, from, to)
  return [{ op: 'replace', path, value: to }]
}

function mapPatch(
  path: string,
  from: Record<string, unknown>,
  to: Record<string, Json>
): JsonPatch {
  const at = (key: string) => `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key))
  return [
    ...Object.entries(to).flatMap(
      ([key, value]): JsonPatch =>
        Object.hasOwn(from, key)
          ? patchBetween(at(key), from[key], value)
          : [{ op: 'add', path: at(key), value }]
    ),
    ...gone.map((key) => ({ op: 'remove', path: at(key) }) as const)
  ]
}

/** Lists of settings are short, and their items are small: what differs in the middle is given anew. */
function listPatch(path: string, from: readonly unknown[], to: readonly Json[]): JsonPatch {
  const shorter = Math.min(from.length, to.length)
  let start = 0
  while (start < shorter && isDeepStrictEqual(from[start], to[start])) start += 1
  let end = 0
  while (end < shorter - start && isDeepStrictEqual(from.at(-1 - end), to.at(-1 - end))) end += 1
  const gone = from.length - start - end
  const come = to.slice(start, to.length - end)
  const both = Math.min(gone, come.length)
  return [
    ...come
      .slice(0, both)
      .map((value, index) => ({ op: 'replace', path: `${path}/${start + index}`, value }) as const),
    ...Array.from(
      { length: gone - both },
      () => ({ op: 'remove', path: `${path}/${start + both}` }) as const
    ),
    ...come
      .slice(both)
      .map(
        (value, index) => ({ op: 'add', path: `${path}/${start + both + index}`, value }) as const
      )
  ]
}

const isMap = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
