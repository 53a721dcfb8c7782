import { isYamlList, isYamlMap, sameValue, type YamlMap } from '../front-matter/value'
import { valueConflict } from './merge-conflict'
import { mergeLists } from './merge-lists'
import { mergeOrder } from './merge-order'
import { type Merged, type Place, taken, type Value } from './merged'

/**
 * Merges front matter field by field: what only one side changed is taken from there, and where both changed the
 * same value to different ones, the conflict is reported, and whoever it is reported to says which one stays.
 */
export function mergeFields(
  base: YamlMap,
  ours: YamlMap,
  theirs: YamlMap,
  report: Place['report'],
  note: Place['note']
): Merged {
  return mergeMaps(base, ours, theirs, { field: '', link: null, report, note })
}

/** @returns `null` if nothing is to be there. */
function mergeValues(base: Value, ours: Value, theirs: Value, place: Place): Merged | null {
  if (ours === undefined || theirs === undefined) return mergeMissing(base, ours, theirs, place)
  if (isYamlMap(ours) && isYamlMap(theirs)) {
    return mergeMaps(isYamlMap(base) ? base : NO_FIELDS, ours, theirs, place)
  }
  if (isYamlList(ours) && isYamlList(theirs)) {
    const merged = mergeLists({ base, ours, theirs }, place, mergeValues)
    if (merged !== null) return merged
  }
  if (base !== undefined && sameValue(base, ours)) return taken(theirs, ours, theirs)
  const agree = sameValue(ours, theirs) || (base !== undefined && sameValue(base, theirs))
  const side = agree
    ? 'ours'
    : place.report(valueConflict(place.field, place.link, base, ours, theirs))
  return taken(side === 'ours' ? ours : theirs, ours, theirs)
}

/** At least on one side there is none: what only one side added stays, what only one side took away goes. */
function mergeMissing(base: Value, ours: Value, theirs: Value, place: Place): Merged | null {
  const there = ours === undefined ? theirs : ours
  if (there === undefined) return null
  if (base === undefined) return taken(there, ours, theirs)
  if (sameValue(base, there)) return null
  const side = place.report(valueConflict(place.field, place.link, base, ours, theirs))
  const wanted = side === 'ours' ? ours : theirs
  return wanted === undefined ? null : taken(wanted, ours, theirs)
}

function mergeMaps(base: YamlMap, ours: YamlMap, theirs: YamlMap, place: Place): Merged {
  const merged = new Map<string, Merged>()
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const field = place.field === '' ? escaped(key) : `${place.field}/${escaped(key)}`
    const value = mergeValues(base.get(key), ours.get(key), theirs.get(key), { ...place, field })
    if (value !== null) merged.set(key, value)
  }
  const { order } = mergeOrder([...base.keys()], [...ours.keys()], [...theirs.keys()], (key) =>
    merged.has(key)
  )
  const entries = order.map((key) => ({ key, value: merged.get(key) as Merged }))
  const value = new Map(entries.map((entry) => [entry.key, entry.value.value]))
  return { ...taken(value, ours, theirs), parts: { kind: 'map', entries } }
}

const NO_FIELDS: YamlMap = new Map()
const escaped = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1')
