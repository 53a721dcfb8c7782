import type { Json, JsonObject } from '#shared/json'
import type { Link, StoryDetail } from '#shared/story/story'
import { fieldWords } from './field-name'
import { sameJson } from './same-json'
import { countOf } from './story-words'

/** One thing that is not the same in two versions of a story, in words. */
export type Difference = {
  readonly field: string
  /** What it was, and what it is; `null`: it is missing. */
  readonly was: string | null
  readonly is: string | null
}

/** What a story says now that it did not say then, field by field. */
export function differences(then: StoryDetail, now: StoryDetail): readonly Difference[] {
  return [
    ...fieldDifferences(then.data, now.data, ''),
    ...linkDifferences(then.links, now.links),
    ...(then.bodyLength === now.bodyLength ? [] : [bodyDifference(then, now)])
  ]
}

function fieldDifferences(then: JsonObject, now: JsonObject, path: string): readonly Difference[] {
  const keys = new Set([...Object.keys(then), ...Object.keys(now)])
  return [...keys].flatMap((key): readonly Difference[] => {
    const [was, is] = [own(then, key), own(now, key)]
    if (sameJson(was, is)) return []
    const name = path + key
    if (isObject(was) && isObject(is)) return fieldDifferences(was, is, `${name}/`)
    if (name === 'secured')
      return [{ field: 'secured', was: 'Encrypted', is: 'Encrypted otherwise' }]
    return [{ field: capital(fieldWords(name)), was: shown(was), is: shown(is) }]
  })
}

function linkDifferences(then: readonly Link[], now: readonly Link[]): readonly Difference[] {
  const [before, after] = [byKey(then), byKey(now)]
  const gone = then.filter(({ key }) => !after.has(key))
  const added = now.filter(({ key }) => !before.has(key))
  const both = now.filter(({ key }) => before.has(key))
  const changed = both.filter((link) => !sameJson(before.get(link.key) as Json, link as Json))
  const order = (links: readonly Link[], other: ReadonlyMap<string, Link>) =>
    links.filter(({ key }) => other.has(key)).map(({ key }) => key)
  const isMoved = !sameJson(order(then, after), order(now, before))
  return [
    ...gone.map((link) => ({ field: 'Link removed', was: nameOf(link), is: null })),
    ...added.map((link) => ({ field: 'Link added', was: null, is: nameOf(link) })),
    ...changed.map((link) => ({
      field: 'Link changed',
      was: linkWords(before.get(link.key) ?? link, link),
      is: linkWords(link, before.get(link.key) ?? link)
    })),
    ...(isMoved ? [{ field: 'Order of links', was: 'another', is: firstTitles(now) }] : [])
  ]
}

/** What of a link is not as in the other: its title and score if they differ, else just its name. */
function linkWords(link: Link, other: Link): string {
  const parts = [
    link.title === other.title ? null : nameOf(link),
    link.quality === other.quality ? null : `quality ${link.quality ?? 'missing'}`
  ].filter((part) => part !== null)
  return parts.length === 0 ? nameOf(link) : parts.join(', ')
}

const bodyDifference = (then: StoryDetail, now: StoryDetail): Difference => ({
  field: 'Text',
  was: countOf(then.bodyLength, 'character', 'characters'),
  is: countOf(now.bodyLength, 'character', 'characters')
})

const firstTitles = (links: readonly Link[]): string =>
  links.slice(0, 3).map(nameOf).join(' · ') + (links.length > 3 ? ' · …' : '')

const nameOf = ({ title, webUrl }: Link): string => title ?? webUrl ?? 'a link without a title'

const byKey = (links: readonly Link[]): ReadonlyMap<string, Link> =>
  new Map(links.map((link) => [link.key, link]))

const own = (data: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(data, key) ? data[key] : undefined

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function shown(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value === '' ? 'empty' : value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const isTexts = Array.isArray(value) && value.every((each) => typeof each === 'string')
  return isTexts ? value.join(', ') : JSON.stringify(value)
}
