import type { Json, JsonPatch } from '#shared/json'
import { linkKeys } from '#shared/story/link-key'
import type { LinkKey } from '#shared/story/story'
import { isList } from './same-json'

/** The links as they are, each with its name. */
export type Links = { readonly items: readonly Json[]; readonly keys: readonly LinkKey[] }

/** Links that are missing or `null` count as none. @returns `null` if `related` is not a list. */
export function linksIn(related: Json | undefined): Links | null {
  if (related !== undefined && related !== null && !isList(related)) return null
  const items = related ?? []
  return { items, keys: linkKeys(items) }
}

/** Where a link shall stand: before one link; if that is gone, behind another; else at the end. */
export type LinkPlace = {
  readonly before: LinkKey | null
  readonly after?: LinkKey | null | undefined
}

/** A link that is put somewhere: `from` is where it stands now, `to` where it will stand. */
export type LinkMove = {
  readonly patch: JsonPatch
  readonly from: number
  readonly to: number
  readonly after: readonly Json[]
}

/** Plans to add a link. A link with the same address may be there already: the two are told apart by their keys. */
export function planAddLink(
  related: Json | undefined,
  { items, keys }: Links,
  link: Json,
  place: LinkPlace
): Omit<LinkMove, 'from'> {
  const to = gapAt(keys, place)
  const after = items.toSpliced(to, 0, link)
  if (isList(related))
    return { patch: [{ op: 'add', path: `/related/${to}`, value: link }], to, after }
  const op = related === undefined ? 'add' : 'replace'
  return { patch: [{ op, path: '/related', value: after }], to, after }
}

/** Plans to move the link at `from`. A link that stands there already needs no patch. */
export function planMoveLink({ items, keys }: Links, from: number, place: LinkPlace): LinkMove {
  const gap = place.before === keys[from] ? from : gapAt(keys, place)
  const to = gap > from ? gap - 1 : gap
  const after = items.toSpliced(from, 1).toSpliced(to, 0, items[from] as Json)
  const patch: JsonPatch =
    to === from ? [] : [{ op: 'move', from: `/related/${from}`, path: `/related/${to}` }]
  return { patch, from, to, after }
}

/** The position that something put at `place` gets, as long as nothing is taken away. */
function gapAt(keys: readonly LinkKey[], { before, after }: LinkPlace): number {
  const following = before === null ? -1 : keys.indexOf(before)
  if (following !== -1) return following
  const leading = before === null || after == null ? -1 : keys.indexOf(after)
  return leading === -1 ? keys.length : leading + 1
}
