import type { Story } from '../story/story'
import { fold } from './query-fold'
import { type Row, rowsOf } from './query-row'

/** What a list can be sorted by. `related` is the number of links, `topic` the topics in the file's order. */
export const SORT_KEYS = [
  'title',
  'excerpt',
  'provider',
  'topic',
  'type',
  'category',
  'published',
  'quality',
  'heat',
  'related',
  'date',
  'url',
  'path'
] as const
export type SortKey = (typeof SORT_KEYS)[number]

/** A key alone sorts upwards, with a minus sign downwards. */
export type Sort = SortKey | `-${SortKey}`

/** @returns `null` unless `text` names a key there is, e.g. `quality` or `-date`. */
export const parseSort = (text: string): Sort | null =>
  SORT_KEYS.some((key) => text === key || text === `-${key}`) ? (text as Sort) : null

/**
 * Sorts rows. Stories with equal values keep the order they had, upwards and downwards; a missing or odd value
 * stands last either way. Text sorts by its letters: case, accents and leading quotes do not count.
 *
 * @returns the same list for the same stories and sort, so that only a changed library is sorted again.
 */
export function sortedRows(stories: readonly Story[], sort: Sort): readonly Row[] {
  const known = sorted.get(stories) ?? new Map<Sort, readonly Row[]>()
  const rows = known.get(sort) ?? sortRows(rowsOf(stories), sort)
  sorted.set(stories, known.set(sort, rows))
  return rows
}

const sorted = new WeakMap<readonly Story[], Map<Sort, readonly Row[]>>()

type SortValue = string | number

function sortRows(rows: readonly Row[], sort: Sort): readonly Row[] {
  const isDown = sort.startsWith('-')
  const toValue = VALUES[(isDown ? sort.slice(1) : sort) as SortKey]
  const present: { readonly row: Row; readonly value: SortValue }[] = []
  const missing: Row[] = []
  for (const row of rows) {
    const value = toValue(row)
    if (value === null || value === '' || Number.isNaN(value)) missing.push(row)
    else present.push({ row, value })
  }
  const sign = isDown ? -1 : 1
  present.sort((a, b) => (a.value === b.value ? 0 : a.value < b.value ? -sign : sign))
  return [...present.map(({ row }) => row), ...missing]
}

/** @returns a value to compare with the others of its key, or `null` if there is none. */
const VALUES: { readonly [key in SortKey]: (row: Row) => SortValue | null } = {
  title: (row) => alphabetical(row.title()),
  excerpt: ({ story }) => alphabetical(fold(story.excerpt ?? '')),
  provider: ({ story }) => alphabetical(fold(story.provider ?? '')),
  topic: ({ story }) => alphabetical(story.topics.map(fold).join('\n')),
  type: ({ story }) => alphabetical(fold(story.type ?? '')),
  category: ({ story }) => alphabetical(fold(story.category ?? '')),
  published: ({ story }) => (story.published === null ? null : Number(story.published)),
  quality: ({ story }) => story.quality,
  heat: ({ story }) => story.heat,
  related: ({ story }) => story.links,
  date: (row) => row.date(),
  url: ({ story }) => fold(story.webUrl ?? ''),
  path: ({ story }) => story.id
}

const alphabetical = (folded: string): string => folded.replace(/^[^\p{L}\p{N}]+/u, '')
