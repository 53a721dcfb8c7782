import type { Json } from '#shared/json'
import { linkKeys } from '#shared/story/link-key'
import type { LinkKey } from '#shared/story/story'
import { quoted } from './field-words'
import { movedLinks } from './moved-links'
import { isObject, sameJson } from './same-json'

/** Says what became of a list of links that holds others, or in another order, than before: `moved “Kessel Strait” from 7 to 2, removed 2, added 1, changed 3`. */
export function diffLinks(before: readonly Json[], after: readonly Json[]): string {
  const was = placesOf(before)
  const now = placesOf(after)
  const kept = [...now.keys()].filter((key) => was.has(key))
  const moved = [...movedLinks([...was.keys()], [...now.keys()])]
  const linkWas = (key: LinkKey) => before[was.get(key) as number]
  const linkNow = (key: LinkKey) => after[now.get(key) as number]
  const changed = kept.filter((key) => !sameJson(linkWas(key), linkNow(key))).length

  const [first] = moved
  const one = (key: LinkKey) =>
    `${nameOf(linkNow(key))} from ${(was.get(key) as number) + 1} to ${(now.get(key) as number) + 1}`
  const parts = [
    first === undefined ? '' : `moved ${moved.length === 1 ? one(first) : moved.length}`,
    counted('removed', was.size - kept.length),
    counted('added', now.size - kept.length),
    counted('changed', changed)
  ]
  return parts.filter((part) => part !== '').join(', ')
}

const counted = (what: string, count: number): string => (count === 0 ? '' : `${what} ${count}`)

const placesOf = (links: readonly Json[]): ReadonlyMap<LinkKey, number> =>
  new Map(linkKeys(links).map((key, position) => [key, position]))

function nameOf(link: Json | undefined): string {
  if (!isObject(link)) return quoted(String(link))
  const named = [link.title, link.webUrl].find((text) => typeof text === 'string' && text !== '')
  return typeof named === 'string' ? quoted(named) : 'one'
}
