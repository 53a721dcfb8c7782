import { fold } from './query-fold'
import { alphabetical, dateOf, type Row, titleOf } from './query-row'

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
 * Puts rows in order. Stories with equal values keep the order they had, upwards and downwards; a missing or odd
 * value stands last either way. Text sorts by its letters: case, accents and leading quotes do not count.
 *
 * @returns the positions of the rows, in the new order.
 */
export function sortedPositions(rows: readonly Row[], sort: Sort): Uint32Array {
  const isDown = sort.startsWith('-')
  const toValue = VALUES[(isDown ? sort.slice(1) : sort) as SortKey]
  const present: { readonly position: number; readonly value: SortValue }[] = []
  const missing: number[] = []
  rows.forEach((row, position) => {
    const value = toValue(row)
    if (value === null || value === '' || Number.isNaN(value)) missing.push(position)
    else present.push({ position, value })
  })
  const sign = isDown ? -1 : 1
  present.sort((a, b) => (a.value === b.value ? 0 : a.value < b.value ? -sign : sign))
  return Uint32Array.from([...present.map(({ position }) => position), ...missing])
}

type SortValue = string | number

/** @returns a value to compare with the others of its key, or `null` if there is none. */
const VALUES: { readonly [key in SortKey]: (row: Row) => SortValue | null } = {
  title: titleOf,
  excerpt: ({ story }) => alphabetical(story.excerpt ?? ''),
  provider: ({ story }) => alphabetical(story.provider ?? ''),
  topic: ({ story }) => story.topics.map(alphabetical).join('\n'),
  type: ({ story }) => alphabetical(story.type ?? ''),
  category: ({ story }) => alphabetical(story.category ?? ''),
  published: ({ story }) => (story.published === null ? null : Number(story.published)),
  quality: ({ story }) => story.quality,
  heat: ({ story }) => story.heat,
  related: ({ story }) => story.links,
  date: dateOf,
  url: ({ story }) => fold(story.webUrl ?? ''),
  path: ({ story }) => story.id
}
