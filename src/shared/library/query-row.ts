import type { Story } from '../story/story'
import { instantOf } from './query-date'
import { fold } from './query-fold'

/** A story with what search and sorting need of it, each part made when it is first asked for. */
export type Row = {
  readonly story: Story
  /** Title, excerpt, provider and topics, folded, one line each. A story without a title is found by its path. */
  readonly text: () => string
  readonly title: () => string
  /** Milliseconds since 1970 UTC; `null` for a missing or odd date. */
  readonly date: () => number | null
}

/** @returns the same row for the same story, for as long as the story is in use. */
export function rowOf(story: Story): Row {
  let row = rows.get(story)
  if (row === undefined) {
    row = {
      story,
      text: lazy(() => searchText(story)),
      title: lazy(() => fold(story.title ?? '')),
      date: lazy(() =>
        story.publishedDateTime === null ? null : instantOf(story.publishedDateTime)
      )
    }
    rows.set(story, row)
  }
  return row
}

/** @returns the rows of a list of stories, in its order; the same list for the same list. */
export function rowsOf(stories: readonly Story[]): readonly Row[] {
  let list = lists.get(stories)
  if (list === undefined) {
    list = stories.map(rowOf)
    lists.set(stories, list)
  }
  return list
}

/** Stories are immutable, so what was made of one holds until it is collected. */
const rows = new WeakMap<Story, Row>()
const lists = new WeakMap<readonly Story[], readonly Row[]>()

const searchText = ({ id, title, excerpt, provider, topics }: Story): string =>
  [title ?? id, excerpt ?? '', provider ?? '', ...topics].map(fold).join('\n')

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
