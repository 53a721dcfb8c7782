import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import type { Desk } from './desk'
import type { Library } from './library-store'
import { setField } from './story-actions'
import { rowTitle } from './story-words'

/** Two stories of the library that are one report. */
export type StoryPair = {
  /** Its own among all pairs. */
  readonly key: string
  readonly a: Story
  readonly b: Story
  readonly why: string
}

/**
 * The pairs of duplicates to look at: those of one story if it has any, else all of the library. Where both are on the
 * site comes first.
 */
export function pairsToCompare(
  { stories, duplicatePairs }: Pick<Library, 'stories' | 'duplicatePairs'>,
  current: StoryId | null
): readonly StoryPair[] {
  const all = duplicatePairs.flatMap(({ a, b, why }) => {
    const [first, second] = [stories.get(a), stories.get(b)]
    if (first === undefined || second === undefined) return []
    return [{ key: `${a} ${b}`, a: first, b: second, why }]
  })
  const own = all.filter(({ a, b }) => a.id === current || b.id === current)
  const online = ({ a, b }: StoryPair): number => Number(a.onSite) + Number(b.onSite)
  return (own.length > 0 ? own : all).toSorted((x, y) => online(y) - online(x))
}

/** Takes the other story of a pair off the site, as one step. @returns what is said of it. */
export function keepOne(desk: Desk, other: Story): string {
  if (!other.onSite) return `${rowTitle(other)} is not on the site`
  void setField(desk, other.id, 'published', false)
  return `${rowTitle(other)}, unpublished`
}
