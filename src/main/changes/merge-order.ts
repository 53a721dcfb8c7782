import { longestRise } from '#shared/longest-rise'

/** Members in their merged order, and those that both sides moved, each to another place. */
export type MergedOrder = { readonly order: readonly string[]; readonly clashes: readonly string[] }

/**
 * Merges the order of members: ours, with what only they moved or added at the places that they gave it.
 *
 * @param stays whether a member is in the result. What is in neither `ours` nor `theirs` never is.
 */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  stays: (name: string) => boolean
): MergedOrder {
  const weMoved = movedIn(base, ours)
  const theyMoved = movedIn(base, theirs)
  const inOurs = new Set(ours)

  const isPlaced = (name: string) => inOurs.has(name) && (weMoved.has(name) || !theyMoved.has(name))
  const order = ours.filter((name) => stays(name) && isPlaced(name))
  for (const [at, name] of theirs.entries()) {
    if (stays(name) && !isPlaced(name)) order.splice(placeIn(order, theirs, at, weMoved), 0, name)
  }
  const isShared = inAll(base, ours, theirs)
  const [our, their] = [ours.filter(isShared), theirs.filter(isShared)]
  const isClash = (name: string) =>
    theyMoved.has(name) && isShared(name) && before(our, name) !== before(their, name)
  return { order, clashes: [...weMoved].filter(isClash) }
}

/** Behind what stands before it in theirs, or before what follows it there; what we moved says nothing about places. */
function placeIn(
  order: readonly string[],
  theirs: readonly string[],
  at: number,
  weMoved: ReadonlySet<string>
): number {
  const steady = (name: string) => !weMoved.has(name) && order.includes(name)
  const leading = theirs.slice(0, at).findLast(steady)
  if (leading !== undefined) return order.indexOf(leading) + 1
  const following = theirs.slice(at + 1).find(steady)
  return following === undefined ? order.length : order.indexOf(following)
}

function inAll(...lists: readonly (readonly string[])[]): (name: string) => boolean {
  const sets = lists.map((names) => new Set(names))
  return (name) => sets.every((names) => names.has(name))
}

/** The fewest of the members that both hold which can have been moved. */
function movedIn(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((name, at) => [name, at]))
  const placed = after.flatMap((name) => {
    const at = places.get(name)
    return at === undefined ? [] : [{ name, at }]
  })
  const stayed = longestRise(placed.map(({ at }) => at))
  return new Set(placed.filter(({ at }) => !stayed.has(at)).map(({ name }) => name))
}

const before = (names: readonly string[], name: string): string | undefined =>
  names[names.indexOf(name) - 1]
