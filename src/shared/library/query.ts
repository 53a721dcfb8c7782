import type { Story } from '../story/story'
import { compileRows, type QueryOptions } from './query-match'
import { rowsOf } from './query-row'
import { type Sort, sortedRows } from './query-sort'
import type { Query } from './query-syntax'

/**
 * Finds what a query asks for, in the order of `sort`, or as the stories came if it is `null`.
 *
 * Made for one call per keystroke: hand in the same list of stories as long as nothing changed, and what was
 * prepared for it is used again. `stories` and its members must never be changed in place.
 */
export function runQuery(
  stories: readonly Story[],
  query: Query,
  sort: Sort | null,
  options: QueryOptions = {}
): readonly Story[] {
  const matches = compileRows(query, options)
  const rows = sort === null ? rowsOf(stories) : sortedRows(stories, sort)
  const found: Story[] = []
  for (const row of rows) if (matches(row)) found.push(row.story)
  return found
}
