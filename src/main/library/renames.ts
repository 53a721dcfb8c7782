import type { Renamed } from '#shared/library/library-state'
import type { Story } from '#shared/story/story'
import type { StoryId, Version } from '#shared/story/story-id'

/**
 * Finds the stories that went on under another name: those that came with the bytes of one that is gone. Of several
 * with the same bytes, the one whose path ends most alike: a folder that was renamed keeps the names in it.
 */
export function renamesOf(gone: readonly Story[], come: readonly Story[]): readonly Renamed[] {
  const left = new Map<Version, StoryId[]>()
  for (const { id, version } of gone) {
    const same = left.get(version)
    if (same === undefined) left.set(version, [id])
    else same.push(id)
  }
  return come.flatMap(({ id: to, version }) => {
    const candidates = left.get(version) ?? []
    const from = mostAlike(candidates, to)
    if (from === undefined) return []
    candidates.splice(candidates.indexOf(from), 1) // a copy is not the same story once more
    return { from, to }
  })
}

function mostAlike(candidates: readonly StoryId[], to: StoryId): StoryId | undefined {
  let best: StoryId | undefined
  for (const id of candidates) {
    if (best === undefined || sameEnd(id, to) > sameEnd(best, to)) best = id
  }
  return best
}

/** @returns how many characters at the end are the same. */
function sameEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) {
    length += 1
  }
  return length
}
