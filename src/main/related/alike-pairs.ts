import type { Fingerprint } from './fingerprint'
import { createGroups } from './groups'
import { type Likeness, likenessOf } from './same-report'
import type { WordRarity } from './word-rarity'

/** Two positions, the smaller first, and why the two are one. */
export type AlikePair = Likeness & { readonly a: number; readonly b: number }

/** How many of those before it one is compared with, per key that they share. */
const MOST_TRIES = 20

/**
 * Finds the groups of stories and links that are one report, as the fewest pairs that hold each group together: a
 * group of n gives n - 1 pairs, and each pair was compared. Groups do not depend on the order, as long as no more than
 * 20 that are not duplicates share a key.
 */
export function alikePairs(
  fingerprints: readonly Fingerprint[],
  isRare: WordRarity
): readonly AlikePair[] {
  const pairs: AlikePair[] = []
  const groups = createGroups(fingerprints.length)
  for (const keysOf of KEYS) {
    for (const bucket of buckets(fingerprints, keysOf)) joinAlike(bucket)
  }
  return pairs

  function joinAlike(bucket: readonly number[]): void {
    bucket.forEach((b, place) => {
      for (const a of bucket.slice(Math.max(0, place - MOST_TRIES), place)) {
        if (groups.groupOf(a) === groups.groupOf(b)) continue
        const likeness = compare(a, b)
        if (likeness === null) continue
        groups.join(a, b)
        pairs.push({ a, b, ...likeness })
      }
    })
  }

  function compare(a: number, b: number): Likeness | null {
    const [first, second] = [fingerprints[a], fingerprints[b]]
    return first === undefined || second === undefined ? null : likenessOf(first, second, isRare)
  }
}

/** The surest first, so that a group is held together by its best reasons. */
const KEYS: readonly ((fingerprint: Fingerprint) => readonly (string | number)[])[] = [
  ({ page }) => (page === null ? [] : [page]),
  ({ work }) => (work === null ? [] : [`${work.publisher} ${work.number}`]),
  ({ title }) => (title === '' ? [] : [title]),
  ({ bands }) => bands()
]

/** Positions that share a key, in their order; those that share none are left out. */
function buckets(
  fingerprints: readonly Fingerprint[],
  keysOf: (fingerprint: Fingerprint) => readonly (string | number)[]
): readonly (readonly number[])[] {
  // Most keys belong to one alone: only shared ones get a list.
  const firsts = new Map<string | number, number>()
  const shared = new Map<string | number, number[]>()
  fingerprints.forEach((fingerprint, at) => {
    for (const key of keysOf(fingerprint)) {
      const first = firsts.get(key)
      const bucket = shared.get(key)
      if (first === undefined) firsts.set(key, at)
      else if (bucket === undefined) shared.set(key, [first, at])
      else bucket.push(at)
    }
  })
  return [...shared.values()]
}
