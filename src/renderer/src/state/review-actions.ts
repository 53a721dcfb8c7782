import type { Review, ReviewChange } from '#shared/library/review'
import type { StoryId } from '#shared/story/story-id'
import type { Desk } from './desk'
import { withReviews } from './library-store'
import { countOf } from './story-words'
import { type Act, type ReviewStep, withAct } from './timeline'

/**
 * Says what editors think of stories; it shows at once. One act for Undo, together with what else has the same `fold`.
 *
 * @param as `null`: nobody has looked at them yet.
 */
export function review(
  desk: Desk,
  ids: readonly StoryId[],
  as: Review | null,
  fold: string | null = null
): void {
  const { reviews } = desk.library.getState()
  const steps = ids
    .map((id): ReviewStep => ({ id, was: reviews.get(id) ?? null, now: as }))
    .filter(({ was, now }) => was !== now)
  if (steps.length === 0) return
  const act = { label: reviewLabel(as, steps.length), fold, inFiles: false, reviews: steps }
  desk.timeline.setState((timeline) => withAct(timeline, act))
  send(
    desk,
    steps.map(({ id, now }) => ({ id, review: now }))
  )
}

/** Whether the host is away, which is then said: what is decided about a story must not be noted in half. */
export function isUnanswered({ library, voice }: Desk): boolean {
  const { connected } = library.getState()
  if (!connected) {
    voice.notify({
      kind: 'problem',
      fact: 'Storydesk does not answer.',
      detail: 'It is tried again by itself. Nothing was changed.'
    })
  }
  return !connected
}

/** Takes the reviews of an act back, or sets them again. What was said about a story since then stays. */
export function travelReviews(desk: Desk, act: Act, direction: 'undo' | 'redo'): void {
  const { reviews } = desk.library.getState()
  const steps = direction === 'undo' ? act.reviews.toReversed() : act.reviews
  const changes = new Map<StoryId, Review | null>()
  for (const { id, was, now } of steps) {
    const [from, to] = direction === 'undo' ? [now, was] : [was, now]
    const present = changes.has(id) ? changes.get(id) : reviews.get(id)
    if ((present ?? null) === from) changes.set(id, to)
  }
  send(
    desk,
    [...changes].map(([id, to]) => ({ id, review: to }))
  )
}

/** A new name for what belongs to one act of undo. */
export function nextFold(of: string): string {
  lastFold += 1
  return `${of} ${Date.now()} ${lastFold}`
}
let lastFold = 0

function reviewLabel(as: Review | null, stories: number): string {
  const many = countOf(stories, 'story', 'stories')
  if (as === 'held') return `Hold ${many}`
  return as === 'reviewed' ? `Mark ${many} as reviewed` : `Put ${many} back into the inbox`
}

/** Shows it at once; every window, this one too, hears of it from the library. */
function send(desk: Desk, changes: readonly ReviewChange[]): void {
  if (changes.length === 0) return
  const before = desk.library.getState().reviews
  desk.library.setState((library) => withReviews(library, changes))
  for (const as of ['reviewed', 'held', null] as const) {
    const ids = changes.filter((change) => change.review === as).map(({ id }) => id)
    if (ids.length === 0) continue
    desk.transport.call('review.set', { ids, review: as }).catch(() => {
      const old = ids.map((id) => ({ id, review: before.get(id) ?? null }))
      desk.library.setState((library) => withReviews(library, old))
      desk.voice.notify({
        kind: 'problem',
        fact: 'Not saved.',
        detail: 'The connection broke before the review was noted.'
      })
    })
  }
}
