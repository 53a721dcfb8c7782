import type { Grouping } from '#shared/library/grouping'
import { monthOf } from '#shared/library/query-date'
import { fold } from '#shared/library/query-fold'
import { dateOf, rowOf } from '#shared/library/query-row'
import type { Story } from '#shared/story/story'
import { monthWords } from './filters'

/** What the list is grouped by. */
export type GroupBy = Grouping | 'none'

/** Rows that stand together because they have a value in common. */
export type RowGroup = {
  /** Its own among all groups; empty for the stories that have no such value. */
  readonly key: string
  readonly words: string
  /** Where its first row stands among all rows. */
  readonly start: number
  readonly count: number
}

export type GroupedRows = { readonly rows: readonly Story[]; readonly groups: readonly RowGroup[] }

/**
 * Puts rows together that have the same value; within a group they keep their order. Months come newest first, other
 * groups by their size, the stories without a value last.
 *
 * @param shown the groups as they stand now: they keep their order, so that nothing jumps.
 */
export function groupRows(
  rows: readonly Story[],
  by: GroupBy,
  shown: readonly RowGroup[]
): GroupedRows {
  if (by === 'none') return { rows, groups: NONE }
  const members = new Map<string, Story[]>()
  const keyOf = keysBy(by)
  for (const story of rows) {
    const key = keyOf(story)
    const group = members.get(key)
    if (group === undefined) members.set(key, [story])
    else group.push(story)
  }
  const places = new Map(shown.map(({ key }, index) => [key, index]))
  const sorted = [...members].sort(
    ([a, ofA], [b, ofB]) =>
      place(places, a) - place(places, b) ||
      Number(a === '') - Number(b === '') ||
      (by === 'month' ? 0 : ofB.length - ofA.length) ||
      (a < b === (by === 'month') ? 1 : -1)
  )
  let start = 0
  const groups = sorted.map(([key, own]): RowGroup => {
    const group = { key, words: wordsOf(by, key, own[0]), start, count: own.length }
    start += own.length
    return group
  })
  return { rows: sorted.flatMap(([, own]) => own), groups }
}

const NONE: readonly RowGroup[] = []

const place = (places: ReadonlyMap<string, number>, key: string): number =>
  places.get(key) ?? places.size

/** Folding costs most, and thousands of stories share a few values. */
function keysBy(by: Grouping): (story: Story) => string {
  const keys = new Map<string, string>()
  return (story) => {
    if (by === 'month') {
      const date = dateOf(rowOf(story))
      return date === null ? '' : monthOf(date)
    }
    const value = valueIn(by, story)
    const key = keys.get(value) ?? fold(value)
    keys.set(value, key)
    return key
  }
}

const valueIn = (by: 'provider' | 'topic', { provider, topics }: Story): string =>
  (by === 'provider' ? provider : topics[0]) ?? ''

function wordsOf(by: Grouping, key: string, first: Story | undefined): string {
  if (key === '' || first === undefined) return WITHOUT[by]
  return by === 'month' ? monthWords(key) : valueIn(by, first)
}

const WITHOUT = { provider: 'No provider', topic: 'No topic', month: 'No date' } as const
