import type { ClashChoice } from '#shared/library/clash'
import { readFrontMatter } from '../front-matter/read'
import { diffVersions } from '../story/diff-versions'
import { type Decide, type MergedStory, mergeStory } from './merge-story'
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
 * @param dates fields that are written as dates, as the library's settings say.
 * @param choices whose version is taken, one for each conflict in its order; ours where nothing is said.
 */
export function settleStory(
  { base, ours, theirs }: Stages,
  now: Uint8Array | null,
  choices: readonly ClashChoice[],
  dates?: readonly string[]
): SettledStory {
  if (ours === null || theirs === null) {
    const left = now ?? ours ?? theirs ?? EMPTY
    const deletedBy = ours === null ? 'ours' : 'theirs'
    return { bytes: left, conflicts: [], asked: new Set(), deletedBy }
  }
  const versions = { base: base ?? EMPTY, ours, theirs }
  const asked = new Set<number>()
  const choose: Decide = (_, index) => {
    asked.add(index)
    return choices[index] ?? 'ours'
  }
  const merge = (of: Versions<Uint8Array>, decide?: Decide) => mergeStory(of, decide, dates)
  const { bytes, conflicts } = merge(versions, choose)
  return { bytes: withEdits(versions, bytes, now, merge), conflicts, asked, deletedBy: null }
}

const EMPTY = Buffer.alloc(0)

/** Adds what was changed in the file after the merge had left it. Between conflict marks that cannot be told. */
function withEdits(
  versions: Versions<Buffer>,
  settled: Uint8Array,
  now: Uint8Array | null,
  merge: (versions: Versions<Uint8Array>, decide?: Decide) => MergedStory
): Uint8Array {
  if (now === null || readFrontMatter(now).kind !== 'front-matter') return settled
  // Our driver leaves the merge with ours in what clashed; git itself, told not to merge the file, leaves ours.
  const left = [merge(versions).bytes, versions.ours].reduce((one, other) =>
    diffVersions(other, now).length < diffVersions(one, now).length ? other : one
  )
  return merge({ base: left, ours: now, theirs: settled }, () => 'theirs').bytes
}
