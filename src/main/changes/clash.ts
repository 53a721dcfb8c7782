import type { ClashChoice } from '#shared/library/clash'
import { readFrontMatter } from '../front-matter/read'
import { diffVersions } from '../story/diff-versions'
import { type MergedStory, mergeStory } from './merge-story'
import type { Versions } from './same-line-endings'
import type { Stages } from './stages'

/** What becomes of a story that clashed. */
export type SettledStory = MergedStory & {
  /** Which of the conflicts can be decided: places and comments are ours in any case. */
  readonly asked: ReadonlySet<number>
  /** Who deleted the story that the other side changed. It is kept as it is then. */
  readonly deletedBy: ClashChoice | null
}

/**
 * Puts a story together that a merge left to a person.
 *
 * @param now the file as it is: what was changed in it since the merge stays. `null` if it is gone.
 * @param choices whose version is taken, one for each conflict in its order; ours where nothing is said.
 */
export function settleStory(
  { base, ours, theirs }: Stages,
  now: Uint8Array | null,
  choices: readonly ClashChoice[]
): SettledStory {
  if (ours === null || theirs === null) {
    const left = now ?? ours ?? theirs ?? EMPTY
    const deletedBy = ours === null ? 'ours' : 'theirs'
    return { bytes: left, conflicts: [], asked: new Set(), deletedBy }
  }
  const versions = { base: base ?? EMPTY, ours, theirs }
  const asked = new Set<number>()
  const merged = mergeStory(versions, (_, index) => {
    asked.add(index)
    return choices[index] ?? 'ours'
  })
  const { conflicts } = merged
  return { bytes: withEdits(versions, merged.bytes, now), conflicts, asked, deletedBy: null }
}

const EMPTY = Buffer.alloc(0)

/** Adds what was changed in the file after the merge had left it. Between conflict marks that cannot be told. */
function withEdits(
  versions: Versions<Buffer>,
  settled: Uint8Array,
  now: Uint8Array | null
): Uint8Array {
  if (now === null || readFrontMatter(now).kind !== 'front-matter') return settled
  // Our driver leaves the merge with ours in what clashed; git itself, told not to merge the file, leaves ours.
  const left = [mergeStory(versions).bytes, versions.ours].reduce((one, other) =>
    diffVersions(other, now).length < diffVersions(one, now).length ? other : one
  )
  return mergeStory({ base: left, ours: now, theirs: settled }, () => 'theirs').bytes
}
