import type { Review } from '#shared/library/review'
import type { BulkChange } from '#shared/story/bulk-change'
import type { StoryId } from '#shared/story/story-id'
import type { Desk } from './desk'
import { isUnanswered, review } from './review-actions'
import { countOf } from './story-words'
import { isBulkAct } from './timeline'

/** Shows what a change would do to all selected stories. */
export function draftBulk(desk: Desk, change: BulkChange): void {
  const ids = selectedInOrder(desk)
  if (ids.length > 0) void desk.bulk.draft(change, ids)
}

/**
 * Publishing and unpublishing decide about a story, so they review it, one or many; a score alone does neither. One Undo
 * takes back both.
 */
export function reviewDecided(desk: Desk, { kind }: BulkChange, ids: readonly StoryId[]): void {
  const last = desk.timeline.getState().past.at(-1)
  if (kind === 'publish') review(desk, ids, 'reviewed', isBulkAct(last) ? last.fold : null)
}

/** Marks all selected stories; the files stay as they are. @param as `null`: back into the inbox. */
export function markSelected(desk: Desk, as: Review | null): void {
  if (isUnanswered(desk)) return
  const ids = selectedInOrder(desk)
  review(desk, ids, as)
  const many = countOf(ids.length, 'story', 'stories')
  const said = as === 'held' ? `${many} held` : `${many} reviewed`
  desk.voice.announce(as === null ? `${many} back in the inbox` : said)
}

/** Whether anything is selected: then the keys of the list are meant for all of that. */
export const hasSelection = (desk: Desk): boolean => desk.selection.getState().ids.size > 0

/** As they stand in the list. */
function selectedInOrder(desk: Desk): readonly StoryId[] {
  const { ids } = desk.selection.getState()
  return desk.list
    .getState()
    .rows.filter(({ id }) => ids.has(id))
    .map(({ id }) => id)
}
