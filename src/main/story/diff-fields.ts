import type { Json, JsonObject } from '#shared/json'
import type { FieldDiff } from '#shared/story/field-diff'
import { diffLinks } from './diff-links'
import { capital, fieldWords, valueWords } from './field-words'
import { isList, isObject, sameJson } from './same-json'

/**
 * Says field by field what became of a story's front matter: `Quality: 80, was 52`, `Topics: added AI, removed Trains`,
 * `Related: moved “Kessel Strait” from 7 to 2, removed 2, added 1`.
 *
 * @param before the front matter as JSON, with `related`.
 * @returns nothing where both hold the same data; else one row a field, in the order of `after`, then what it lacks.
 */
export const diffFields = (before: JsonObject, after: JsonObject): readonly FieldDiff[] =>
  diffMaps('', before, after)

function diffMaps(base: string, before: JsonObject, after: JsonObject): readonly FieldDiff[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((key) =>
    diffValues(base + escaped(key), ownValue(before, key), ownValue(after, key))
  )
}

function diffValues(
  field: string,
  was: Json | undefined,
  value: Json | undefined
): readonly FieldDiff[] {
  if (sameJson(was, value)) return []
  if (field === 'secured') return [{ field, words: `Secured: ${happened(was, value)}` }]
  if (field === 'related' && hasLinks(was, value)) {
    return [{ field, words: `Related: ${diffLinks(listOf(was), listOf(value))}` }]
  }
  if (isObject(was) && isObject(value)) return diffMaps(`${field}/`, was, value)
  if (isList(was) && isList(value) && was.length === value.length && value.every(isObject)) {
    return value.flatMap((item, at) => diffValues(`${field}/${at}`, was[at], item))
  }
  const words = `${capital(fieldWords(field))}: ${wordsFor(was, value)}`
  return [
    { field, words, ...(was !== undefined && { was }), ...(value !== undefined && { value }) }
  ]
}

function wordsFor(was: Json | undefined, value: Json | undefined): string {
  if (isTexts(was) && isTexts(value)) return diffTexts(was, value)
  if (isStructure(was) || isStructure(value)) return happened(was, value)
  const [now, then] = [valueWords(value), valueWords(was)]
  // Cut to one line, two long texts may look the same.
  return now === then ? `changed, now ${now}` : `${now}, was ${then}`
}

/** Lists such as `topics`: what came and what went, or that only their order changed. */
function diffTexts(was: readonly string[], value: readonly string[]): string {
  const added = value.filter((text) => !was.includes(text))
  const removed = was.filter((text) => !value.includes(text))
  const parts = [
    added.length > 0 ? `added ${added.join(', ')}` : [],
    removed.length > 0 ? `removed ${removed.join(', ')}` : []
  ].flat()
  return parts.join(', ') || (was.length === value.length ? 'in another order' : 'changed')
}

const happened = (was: Json | undefined, value: Json | undefined): string =>
  was === undefined ? 'added' : value === undefined ? 'removed' : 'changed'

const isStructure = (value: Json | undefined): boolean => isObject(value) || isList(value)
const isTexts = (value: Json | undefined): value is readonly string[] =>
  isList(value) && value.every((item) => typeof item === 'string')

/** Whether there is a list of links at least on one side, and nothing else on the other. */
const hasLinks = (...sides: readonly (Json | undefined)[]): boolean =>
  sides.every((side) => side === undefined || side === null || isList(side)) &&
  sides.some((side) => listOf(side).length > 0)
const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : [])

const ownValue = (map: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined
const escaped = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1')
