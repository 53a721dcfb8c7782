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
  const members = membersOf(rows, by)
  const places = new Map(shown.map(({ key }, index) => [key, index]))
  members.sort(
    (a, b) =>
      place(places, a.key) - place(places, b.key) ||
      Number(a.key === '') - Number(b.key === '') ||
      (by === 'month' ? 0 : b.rows.length - a.rows.length) ||
      (a.key < b.key === (by === 'month') ? 1 : -1)
  )
  const sorted: Story[] = []
  const groups = members.map(({ key, rows: own }): RowGroup => {
    const start = sorted.length
    for (const story of own) sorted.push(story)
    return { key, words: wordsOf(by, key, own[0]), start, count: own.length }
  })
  return { rows: sorted, groups }
}

const NONE: readonly RowGroup[] = []

const place = (places: ReadonlyMap<string, number>, key: string): number =>
  places.get(key) ?? places.size

type Members = { readonly key: string; readonly rows: Story[] }

/** Thousands of stories share a few values, so each value is made a key only once. */
function membersOf(rows: readonly Story[], by: Grouping): Members[] {
  const groups = new Map<string, Members>()
  const known = new Map<string | number, Members>()
  for (const story of rows) {
    const value = by === 'month' ? dayOf(story) : valueIn(by, story)
    let group = known.get(value)
    if (group === undefined) {
      const key = typeof value === 'string' ? fold(value) : monthOf(value * DAY)
      group = groups.get(key) ?? { key, rows: [] }
      groups.set(key, group)
      known.set(value, group)
    }
    group.rows.push(story)
  }
  return [...groups.values()]
}

const DAY = 86_400_000

/** Days since 1970 UTC; empty without a date. */
function dayOf(story: Story): number | '' {
  const date = dateOf(rowOf(story))
  return date === null ? '' : Math.floor(date / DAY)
}

const valueIn = (by: 'provider' | 'topic', { provider, topics }: Story): string =>
  (by === 'provider' ? provider : topics[0]) ?? ''

function wordsOf(by: Grouping, key: string, first: Story | undefined): string {
  if (key === '' || first === undefined) return WITHOUT[by]
  return by === 'month' ? monthWords(key) : valueIn(by, first)
}

const WITHOUT = { provider: 'No provider', topic: 'No topic', month: 'No date' } as const
