import { longestRise } from '#shared/longest-rise'
import type { LinkKey } from '#shared/story/story'

/** The fewest of the links that both hold which can have been moved. */
export function movedLinks(
  before: readonly LinkKey[],
  after: readonly LinkKey[]
): ReadonlySet<LinkKey> {
  const places = new Map(before.map((key, at) => [key, at]))
  const kept = after.filter((key) => places.has(key))
  const stayed = longestRise(kept.map((key) => places.get(key) as number))
  return new Set(kept.filter((key) => !stayed.has(places.get(key) as number)))
}
