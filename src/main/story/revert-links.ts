import type { Json } from '#shared/json'
import { linkKeys } from '#shared/story/link-key'
import type { LinkKey } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'
import { movedLinks } from './moved-links'
import { withField } from './plan-field'
import { type LinkPlace, linksIn, planAddLink, planMoveLink } from './plan-links'
import { isObject, sameJson } from './same-json'

/**
 * The changes that make links what they were, one after the other.
 *
 * @param only one link; `null`: all of them.
 * @returns `null` if they cannot be told apart well enough, which happens where one address stands there twice.
 */
export function revertLinks(
  before: readonly Json[],
  now: readonly Json[],
  only: LinkKey | null
): readonly StoryChange[] | null {
  const list = createList(now)
  const wanted = linkKeys(before)
  const moved = movedLinks(wanted, linkKeys(now))
  const isMeant = (key: LinkKey) => only === null || key === only
  for (const key of linkKeys(now).toReversed()) {
    if (isMeant(key) && !wanted.includes(key)) list.remove(key)
  }
  for (const [at, key] of [...wanted.entries()].reverse()) {
    if (!isMeant(key)) continue
    const place = {
      before: wanted.slice(at + 1).find((other) => list.has(other)) ?? null,
      after: wanted.slice(0, at).findLast((other) => list.has(other)) ?? null
    }
    if (list.has(key)) list.change(key, before[at] as Json)
    if (!list.has(key)) list.add(before[at] as Json, place)
    else if (moved.has(key)) list.move(key, place)
  }
  const isDone = only !== null || sameJson(list.items(), before)
  return isDone ? list.changes : null
}

/** A list to try changes on. */
function createList(links: readonly Json[]) {
  let items = links
  const changes: StoryChange[] = []
  const keys = () => linkKeys(items)
  const at = (key: LinkKey) => keys().indexOf(key)
  const parts = () => linksIn(items) as NonNullable<ReturnType<typeof linksIn>>
  return {
    changes,
    items: () => items,
    has: (key: LinkKey) => keys().includes(key),
    remove(link: LinkKey) {
      items = items.toSpliced(at(link), 1)
      changes.push({ kind: 'remove-link', link })
    },
    add(link: Json, place: LinkPlace) {
      items = planAddLink(items, parts(), link, place).after
      changes.push({ kind: 'add-link', link, ...place })
    },
    move(link: LinkKey, place: LinkPlace) {
      const plan = planMoveLink(parts(), at(link), place)
      items = plan.after
      if (plan.patch.length > 0) changes.push({ kind: 'move-link', link, ...place })
    },
    change(link: LinkKey, wanted: Json) {
      const position = at(link)
      for (const change of fieldChanges(items[position] as Json, wanted)) {
        items = items.with(position, withField(items[position] as Json, change))
        changes.push({ kind: 'set-link', link, ...change })
      }
    }
  }
}

/** Key by key, because a link as a whole cannot be set. */
function fieldChanges(now: Json, wanted: Json) {
  if (!isObject(now) || !isObject(wanted)) return []
  return [...new Set([...Object.keys(wanted), ...Object.keys(now)])].flatMap((key) => {
    const was = Object.hasOwn(now, key) ? now[key] : undefined
    const value = Object.hasOwn(wanted, key) ? wanted[key] : undefined
    if (sameJson(was, value)) return []
    const field = key.replace(/~/g, '~0').replace(/\//g, '~1')
    return [{ field, ...(was !== undefined && { was }), ...(value !== undefined && { value }) }]
  })
}
