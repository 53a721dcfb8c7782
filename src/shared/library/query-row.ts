import { instantOf } from '../story/instant'
import type { Story } from '../story/story'
import { fold } from './query-fold'

/** A story with what search and sorting make of it; each part is made when it is first asked for. */
export type Row = {
  readonly story: Story
  text: string | undefined
  title: string | undefined
  date: number | null | undefined
}

/** @returns the same row for the same story, for as long as the story is in use. */
export function rowOf(story: Story): Row {
  const known = rows.get(story)
  if (known !== undefined) return known
  const row: Row = { story, text: undefined, title: undefined, date: undefined }
  rows.set(story, row)
  return row
}

/** Title, excerpt, provider and topics, folded, one line each. A story without a title is found by its path. */
export function searchText(row: Row): string {
  row.text ??= [row.story.title ?? row.story.id, row.story.excerpt, row.story.provider]
    .concat(row.story.topics)
    .map((text) => fold(text ?? ''))
    .join('\n')
  return row.text
}

/** Where a title stands in the alphabet: folded, without the quotes or dashes that it starts with. */
export function titleOf(row: Row): string {
  row.title ??= alphabetical(row.story.title ?? '')
  return row.title
}

/** Text as it is sorted: its letters and digits decide, not its case, accents or leading quotes. */
export const alphabetical = (text: string): string => fold(text).replace(/^[^\p{L}\p{N}]+/u, '')

/** Milliseconds since 1970 UTC; `null` for a missing or odd date. */
export function dateOf(row: Row): number | null {
  if (row.date === undefined) {
    const text = row.story.publishedDateTime
    row.date = text === null ? null : instantOf(text)
  }
  return row.date
}

/** Stories are immutable, so what was made of one holds until it is collected. */
const rows = new WeakMap<Story, Row>()
