import type { Review } from '#shared/library/review'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import type { Desk } from './desk'
import { editKey } from './edit-key'
import type { FieldValue } from './field-edit'
import { focusPlace } from './focus-place'
import { qualityOf } from './quality-settings'
import { isUnanswered, nextFold, review } from './review-actions'
import { rowTitle } from './story-words'
import { type Decision, leavesView, type ViewName } from './view-store'

type QuickField = 'published' | 'quality' | 'heat'

/**
 * Sets one field at once, as one undo step. A story that cannot be edited stays as it is, and that is said.
 *
 * @param seen what the editor saw when they began, if the file may say something else by now.
 * @returns whether the file says it now.
 */
export async function setField(
  desk: Desk,
  id: StoryId,
  field: QuickField,
  value: boolean | number,
  {
    fold = null,
    seen = null
  }: { readonly fold?: string | null; readonly seen?: number | null } = {}
): Promise<boolean> {
  const story = desk.library.getState().stories.get(id)
  if (story === undefined || refusesEdits(desk, story)) return false
  const saved = seen ?? (await savedValue(desk, story, field))
  desk.edits.want(id, field, saved, value)
  return desk.edits.commit(id, field, fold)
}

/** Raises or lowers the score; quick steps in a row are one undo step. */
export function nudgeQuality(desk: Desk, id: StoryId, by: number): void {
  const now = shownQuality(desk, id)
  if (now === null) return
  const { least, most } = qualityOf(desk)
  // A score that is out of range already can come back into it.
  const next = by < 0 ? Math.max(least, now + by) : Math.min(Math.max(most, now), now + by)
  if (next === now) return
  void setField(desk, id, 'quality', next, { fold: nudgeFold(id) })
  desk.voice.announceDone(`Quality ${next}`)
}

/** Sets the score and says so. */
export function scoreStory(desk: Desk, id: StoryId, quality: number): void {
  void setField(desk, id, 'quality', quality)
  desk.voice.announceDone(`Quality ${quality}`)
}

/** Puts a story online or takes it off, which reviews it, and goes on to the next one. Nothing while the host is away. */
export function decide(desk: Desk, id: StoryId, published: boolean): void {
  const story = desk.library.getState().stories.get(id)
  if (story === undefined || refusesEdits(desk, story) || isUnanswered(desk)) return
  const was = desk.library.getState().reviews.get(id) ?? null
  const fold = nextFold('decide')
  goOn(desk, published ? 'Published' : 'Unpublished', { published, review: 'reviewed' })
  review(desk, [id], 'reviewed', fold)
  void setField(desk, id, 'published', published, { fold }).then((isSaved) => {
    // A decision that waits for the folder to come back is still taken.
    const isWaiting = desk.edits.store.getState().edits.has(editKey(id, 'published'))
    if (!isSaved && !isWaiting) review(desk, [id], was, fold)
  })
}

/** Marks a story as reviewed or held, without a change of its file, and goes on to the next one. */
export function mark(desk: Desk, id: StoryId, as: Review): void {
  if (isUnanswered(desk)) return
  goOn(desk, as === 'held' ? 'Held' : 'Reviewed', { review: as })
  review(desk, [id], as)
}

/** Says what was decided about the open story and opens the next one, unless the editor wants to stay. */
function goOn(desk: Desk, said: string, decision: Decision): void {
  if (!desk.settings.getState().autoAdvance) {
    desk.voice.announceDone(said)
    return
  }
  const isLeaving = leavesView(desk.view.getState().name, decision)
  const next = neighbour(desk, 1) ?? (isLeaving ? neighbour(desk, -1) : null)
  desk.voice.announceDone(
    next === null ? `${said}. Last story.` : `${said}. Next: ${rowTitle(next)}`
  )
  if (next !== null || isLeaving) desk.view.setState({ current: next?.id ?? null })
}

/** Turns the state of a story over without leaving it. */
export function togglePublished(desk: Desk, id: StoryId): void {
  const story = desk.library.getState().stories.get(id)
  if (story !== undefined) void setField(desk, id, 'published', !story.onSite)
}

/** Opens a story; on a narrow window its pane then lies over the list. */
export function openStory(desk: Desk, id: StoryId): void {
  desk.view.setState({ current: id })
  desk.window.setState({ showsStory: true })
}

/**
 * Shows a view. The open story stays open if the view holds it, else the view's first one is opened. A saved view takes
 * its search and its order with it.
 */
export function showView(desk: Desk, name: ViewName): void {
  const { sort, group } = desk.settings.getState()
  const isLeft = desk.view.getState().saved !== null
  desk.view.setState({
    name,
    ...(isLeft && { text: '', filters: [], sort, group, saved: null })
  })
  openListed(desk)
}

/** Keeps the open story if the list holds it, else opens the list's first one: keys of the list change no other story. */
export function openListed(desk: Pick<Desk, 'list' | 'view'>): void {
  if (!isListed(desk)) desk.view.setState({ current: desk.list.getState().rows[0]?.id ?? null })
}

/** Whether the list shows the open story. */
export function isListed({ list, view }: Pick<Desk, 'list' | 'view'>): boolean {
  const { current } = view.getState()
  return list.getState().rows.some(({ id }) => id === current)
}

/** Shows a story among the problems. Search and filters give way if they would hide it. */
export function openProblem(desk: Desk, id: StoryId): void {
  desk.view.setState({ name: 'problems' })
  if (!desk.list.getState().rows.some((row) => row.id === id)) {
    desk.view.setState({ text: '', filters: [], saved: null })
  }
  desk.view.setState({ current: id })
  desk.window.setState({ showsStory: true })
  focusPlace('list')
}

/** Opens the story that stands `by` rows from the open one, as far as the list goes. */
export function step(desk: Desk, by: number): void {
  const story = neighbour(desk, by)
  if (story !== null) desk.view.setState({ current: story.id })
}

function neighbour(desk: Desk, by: number): Story | null {
  const { rows } = desk.list.getState()
  const { current } = desk.view.getState()
  const index = rows.findIndex(({ id }) => id === current)
  if (index === -1) return rows[0] ?? null
  const next = rows[Math.min(Math.max(index + by, 0), rows.length - 1)]
  return next === undefined || next.id === current ? null : next
}

/** Whether a story cannot be edited, which is then said. */
export function refusesEdits(desk: Desk, { problem }: Story): boolean {
  if (problem === null) return false
  desk.voice.notify({
    kind: 'problem',
    fact: 'This story cannot be edited.',
    detail: `Line ${problem.line}: ${problem.message}`
  })
  return true
}

/** What the file says, also where it is missing or of another type than the field's. */
async function savedValue(desk: Desk, story: Story, field: QuickField): Promise<FieldValue> {
  const editing = desk.edits.store.getState().edits.get(editKey(story.id, field))
  if (editing !== undefined) return editing.saved
  const value = story[field]
  if (value !== null) return value
  const shown = desk.details.store.getState().detail
  const detail = shown?.story.id === story.id ? shown : await desk.details.read(story.id)
  return detail !== null && Object.hasOwn(detail.data, field) ? detail.data[field] : undefined
}

function shownQuality(desk: Desk, id: StoryId): number | null {
  const editing = desk.edits.store.getState().edits.get(editKey(id, 'quality'))?.value
  if (typeof editing === 'number') return editing
  return desk.library.getState().stories.get(id)?.quality ?? null
}

const NUDGE_PAUSE = 1500
let lastNudge = { at: 0, fold: '' }

function nudgeFold(id: StoryId): string {
  const now = Date.now()
  const isInRow = now - lastNudge.at < NUDGE_PAUSE && lastNudge.fold.endsWith(id.slice(-60))
  lastNudge = { at: now, fold: isInRow ? lastNudge.fold : `nudge ${now} ${id.slice(-60)}` }
  return lastNudge.fold
}
