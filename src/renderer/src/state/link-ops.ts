import type { JsonObject } from '#shared/json'
import { assertNever } from '#shared/result'
import type { Link, LinkKey } from '#shared/story/story'
import { shownLink } from './new-link'

/** A change of a related list that was asked for and is not yet part of what the library answers. */
export type LinkOp =
  | { readonly kind: 'move'; readonly link: LinkKey; readonly before: LinkKey | null }
  | { readonly kind: 'remove'; readonly link: LinkKey }
  /** `link` is what the file gets; `twins` says how many with its address there were when it was asked for. */
  | ({ readonly kind: 'add'; readonly link: JsonObject; readonly twins: number } & LinkPlace)

/** Between which links something stands; `null`: at that end of the list. */
export type LinkPlace = { readonly before: LinkKey | null; readonly after: LinkKey | null }

/** Where a move button or key takes a link. */
export type Move = 'up' | 'down' | 'top' | 'bottom'

/** The list after these changes. A change whose link is gone changes nothing. */
export const applyLinkOps = (links: readonly Link[], ops: readonly LinkOp[]): readonly Link[] =>
  ops.reduce(applyLinkOp, links)

function applyLinkOp(links: readonly Link[], op: LinkOp): readonly Link[] {
  if (op.kind === 'add') {
    const link = shownLink(op.link)
    // Saved, and read again already.
    if (twinsOf(links, link) > op.twins) return links
    const found = op.before === null ? -1 : links.findIndex(({ key }) => key === op.before)
    return countedAgain(
      links.toSpliced(found === -1 ? links.length : found, 0, link),
      addressOf(link.key)
    )
  }
  const link = links.find(({ key }) => key === op.link)
  if (link === undefined) return links
  const rest = links.filter((each) => each !== link)
  switch (op.kind) {
    case 'remove':
      return countedAgain(rest, addressOf(link.key))
    case 'move': {
      const found = op.before === null ? -1 : rest.findIndex(({ key }) => key === op.before)
      const index = found === -1 ? rest.length : found
      return countedAgain(rest.toSpliced(index, 0, link), addressOf(link.key))
    }
    default:
      return assertNever(op)
  }
}

/** How many links of a list have the address of this one. */
export const twinsOf = (links: readonly Link[], { key }: Link): number =>
  links.filter((link) => isAt(link.key, addressOf(key))).length

/** The operation that moves the link at `index`, and where it comes to stand; `null` if it is there already. */
export function moveOp(
  links: readonly Link[],
  index: number,
  move: Move
): { readonly op: LinkOp; readonly index: number } | null {
  const target = { up: index - 1, down: index + 1, top: 0, bottom: links.length - 1 }[move]
  return moveTo(links, index, target)
}

/** Like `moveOp`, to any position. */
export function moveTo(
  links: readonly Link[],
  index: number,
  target: number
): { readonly op: LinkOp; readonly index: number } | null {
  const link = links[index]
  if (link === undefined || target === index || target < 0 || target >= links.length) return null
  const next = links[target < index ? target : target + 1]
  return { op: { kind: 'move', link: link.key, before: next?.key ?? null }, index: target }
}

/**
 * Where the link at `index` of a list stands in a later state of that list: under its key, else, since links with the
 * same address are told apart by their order, under that address and its title, else in its place under a new address.
 *
 * @returns -1 if it is gone.
 */
export function indexAmong(before: readonly Link[], index: number, after: readonly Link[]): number {
  const link = before[index]
  if (link === undefined) return -1
  const find = (isIt: (other: Link) => boolean) => after.findIndex(isIt)
  const isTwin = ({ webUrl, title }: Link) => webUrl === link.webUrl && title === link.title
  const found = [
    find((other) => other.key === link.key && other.title === link.title),
    find(isTwin),
    find((other) => other.key === link.key)
  ].find((each) => each !== -1)
  if (found !== undefined) return found
  const there = after[index]
  const isNew = there !== undefined && !before.some(({ key }) => key === there.key)
  return isNew && after.length === before.length ? index : -1
}

/** The key that the link `key` of a list has once its address is another one. */
export function keyUnder(links: readonly Link[], key: LinkKey, address: string): LinkKey {
  const named = `1:${address}` as LinkKey
  const index = links.findIndex((link) => link.key === key)
  const renamed = links.map((link) => (link.key === key ? { ...link, key: named } : link))
  return countedAgain(renamed, address)[index]?.key ?? named
}

/** Links with the same address are told apart by their order, so their keys change with it; those of others stay. */
function countedAgain(links: readonly Link[], address: string): readonly Link[] {
  let occurrence = 0
  return links.map((link) => {
    if (!isAt(link.key, address)) return link
    occurrence += 1
    const key = `${occurrence}:${address}` as LinkKey
    return key === link.key ? link : { ...link, key }
  })
}

const addressOf = (key: LinkKey): string => key.slice(key.indexOf(':') + 1)

/** Whether it is the key of a link with this address. Thousands are asked at each move, so nothing is cut out of them. */
const isAt = (key: LinkKey, address: string): boolean =>
  key.length - address.length === key.indexOf(':') + 1 && key.endsWith(address)
