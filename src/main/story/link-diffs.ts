import type { Json, JsonObject } from '#shared/json'
import type { LinkDiff } from '#shared/story/field-diff'
import { linkKeys } from '#shared/story/link-key'
import type { LinkKey } from '#shared/story/story'
import { diffFields } from './diff-fields'
import { movedLinks } from './moved-links'
import { isObject } from './same-json'

/** Says of each link that is not as it was what became of it: those of now in their order, then those that went. */
export function linkDiffs(before: readonly Json[], after: readonly Json[]): readonly LinkDiff[] {
  const was = placesOf(before)
  const now = placesOf(after)
  const moved = movedLinks([...was.keys()], [...now.keys()])
  const diffs: LinkDiff[] = []
  for (const [key, at] of now) {
    const from = was.get(key)
    const link = after[at] as Json
    const words = [
      from === undefined ? `added at ${at + 1}` : [],
      from !== undefined && moved.has(key) ? `moved from ${from + 1} to ${at + 1}` : [],
      from === undefined ? [] : fieldsOf(before[from] as Json, link)
    ].flat()
    if (words.length > 0) diffs.push({ key, title: titleOf(key, link), words: words.join('; ') })
  }
  for (const [key, at] of was) {
    if (now.has(key)) continue
    diffs.push({ key, title: titleOf(key, before[at] as Json), words: `removed, was at ${at + 1}` })
  }
  return diffs
}

const placesOf = (links: readonly Json[]): ReadonlyMap<LinkKey, number> =>
  new Map(linkKeys(links).map((key, at) => [key, at]))

const fieldsOf = (was: Json, now: Json): readonly string[] =>
  isObject(was) && isObject(now)
    ? diffFields(was as JsonObject, now as JsonObject).map(({ words }) => words)
    : []

function titleOf(key: LinkKey, link: Json): string {
  const title = isObject(link) ? link.title : null
  return typeof title === 'string' && title !== '' ? title : key.slice(key.indexOf(':') + 1)
}
