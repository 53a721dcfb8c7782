import { linkKeys } from '#shared/story/link-key'
import type { LinkKey } from '#shared/story/story'
import { isYamlList, isYamlMap, sameValue, toJson, type YamlValue } from '../front-matter/value'
import { matchItems } from './match-items'
import { type LinkName, orderConflict } from './merge-conflict'
import { mergeOrder } from './merge-order'
import {
  type Merged,
  type MergedItem,
  type MergeValues,
  type Place,
  taken,
  type Value
} from './merged'

type Items = readonly YamlValue[]
type Lists = { readonly base: Items; readonly ours: Items; readonly theirs: Items }

/**
 * Merges two lists item by item: links by their keys, topics and other texts by what they say, and pictures and
 * their like by position, as long as both sides show the same ones.
 *
 * @returns `null` if the lists can only be taken as a whole.
 */
export function mergeLists(
  { base, ours, theirs }: { readonly base: Value; readonly ours: Items; readonly theirs: Items },
  place: Place,
  mergeItem: MergeValues
): Merged | null {
  const before = base === undefined || base === null ? [] : base
  if (!isYamlList(before)) return null
  const lists = { base: before, ours, theirs }
  const isLinks = place.field === 'related' && place.link === null
  if (isLinks || Object.values(lists).every(isTexts)) return mergeNamed(lists, place, mergeItem)
  return isSamePictures(lists) ? mergeInPlace(lists, place, mergeItem) : null
}

const isTexts = (items: Items): boolean => items.every((item) => typeof item === 'string')

/** Fields of one picture are not mixed with those of another. */
const isSamePictures = ({ base, ours, theirs }: Lists): boolean =>
  [ours, theirs].every((items) => items.length === base.length) &&
  base.every((item, at) => [ours[at], theirs[at]].every((other) => isSamePicture(item, other)))

const isSamePicture = (a: YamlValue, b: YamlValue | undefined): boolean =>
  isYamlMap(a) && isYamlMap(b) && sameValue(a.get('url') ?? null, b.get('url') ?? null)

function mergeInPlace(lists: Lists, place: Place, mergeItem: MergeValues): Merged {
  const { base, ours, theirs } = lists
  const items = ours.map((item, at) => {
    const field = `${place.field}/${at}`
    const value = mergeItem(base[at], item, theirs[at], { ...place, field })
    return { value: value as Merged, base: at, ours: at, theirs: at }
  })
  return listOf(items, lists)
}

function mergeNamed(lists: Lists, place: Place, mergeItem: MergeValues): Merged {
  const { base, ours, theirs } = lists
  const names = matchItems(base, ours, theirs)
  const places = {
    base: placesOf(names.base),
    ours: placesOf(names.ours),
    theirs: placesOf(names.theirs)
  }
  const linkOf = linkNames(lists)
  const merged = new Map<string, MergedItem>()
  for (const name of new Set([...names.ours, ...names.theirs])) {
    const at = {
      base: places.base.get(name) ?? null,
      ours: places.ours.get(name) ?? null,
      theirs: places.theirs.get(name) ?? null
    }
    const link = linkOf(at)
    const inside = { ...place, field: '', link }
    const value = mergeItem(
      itemAt(base, at.base),
      itemAt(ours, at.ours),
      itemAt(theirs, at.theirs),
      inside
    )
    if (value !== null) merged.set(name, { value, ...at })
  }
  const { order, clashes } = mergeOrder(names.base, names.ours, names.theirs, (n) => merged.has(n))
  for (const name of clashes) {
    const link = linkOf({ base: null, ours: places.ours.get(name) ?? null, theirs: null })
    place.note(orderConflict(place.field, link))
  }
  const items = order.map((name) => merged.get(name) as MergedItem)
  return listOf(items, lists)
}

const placesOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, at) => [name, at]))

const itemAt = (items: Items, at: number | null): YamlValue | undefined =>
  at === null ? undefined : items[at]

function listOf(items: readonly MergedItem[], { ours, theirs }: Lists): Merged {
  const value = items.map((item) => item.value.value)
  return { ...taken(value, ours, theirs), parts: { kind: 'list', items } }
}

/** Names an item by its key in ours, or in theirs if it is not there, and by the title that it had at first. */
function linkNames({ base, ours, theirs }: Lists) {
  const keys = { ours: linkKeys(ours.map(toJson)), theirs: linkKeys(theirs.map(toJson)) }
  return (at: Omit<MergedItem, 'value'>): LinkName => {
    const key = (at.ours === null ? keys.theirs[at.theirs ?? 0] : keys.ours[at.ours]) as LinkKey
    const items = [itemAt(base, at.base), itemAt(ours, at.ours), itemAt(theirs, at.theirs)]
    const titles = items.map((item) => (isYamlMap(item) ? item.get('title') : null))
    const title = titles.find((text) => typeof text === 'string' && text !== '')
    return { key, title: typeof title === 'string' ? title : key.slice(key.indexOf(':') + 1) }
  }
}
