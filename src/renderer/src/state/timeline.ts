import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Method, Transport } from '#shared/contract/contract'
import type { Review } from '#shared/library/review'
import type { StoryId } from '#shared/story/story-id'

/** What a story's review was and has become. */
export type ReviewStep = {
  readonly id: StoryId
  readonly was: Review | null
  readonly now: Review | null
}

/**
 * One thing that was done in this window. Changes of files are steps of the library's own history, which knows no
 * reviews; an act says which of both one Undo must take back.
 */
export type Act = {
  /** For Undo and Redo, if nothing in a file changed: else the library names the step. */
  readonly label: string
  /** What follows with the same `fold` belongs to the same act; `null` stays alone. */
  readonly fold: string | null
  readonly inFiles: boolean
  readonly reviews: readonly ReviewStep[]
}

/** Newest act last. Undone acts wait in `future` until something new is done. */
export type Timeline = { readonly past: readonly Act[]; readonly future: readonly Act[] }
export const emptyTimeline: Timeline = { past: [], future: [] }

/**
 * Adds an act, or joins it with the last one if both have the same `fold`. The library knows no reviews, so a change of a
 * file is joined over reviews that were made since: it follows the same step there.
 */
export function withAct({ past }: Timeline, act: Act): Timeline {
  const at = past.findLastIndex((each) => !act.inFiles || each.inFiles || each.fold === act.fold)
  const last = past[at]
  if (last === undefined || act.fold === null || last.fold !== act.fold) {
    return { past: [...past, act], future: [] }
  }
  const joined = {
    ...last,
    inFiles: last.inFiles || act.inFiles,
    reviews: [...last.reviews, ...act.reviews]
  }
  return { past: past.with(at, joined), future: [] }
}

/** Moves the last act (or the last undone one) to the other side. */
export function travelled({ past, future }: Timeline, direction: 'undo' | 'redo'): Timeline {
  return direction === 'undo'
    ? { past: past.slice(0, -1), future: [...future, ...past.slice(-1)] }
    : { past: [...past, ...future.slice(-1)], future: future.slice(0, -1) }
}

/** The act that Undo (or Redo) would take back now, as far as this window knows. */
export const nextAct = ({ past, future }: Timeline, direction: 'undo' | 'redo'): Act | undefined =>
  (direction === 'undo' ? past : future).at(-1)

export type TimelineStore = StoreApi<Timeline>

export const createTimelineStore = (): TimelineStore => createStore<Timeline>(() => emptyTimeline)

/** What changes files. */
const CHANGES: ReadonlySet<Method> = new Set([
  'story.change',
  'link.move',
  'bulk.change',
  'versions.restore'
])

/** The same transport, with every change of files noted as an act when it is sent. */
export function noting(transport: Transport, timeline: TimelineStore): Transport {
  return {
    ...transport,
    async call(method, params) {
      if (!CHANGES.has(method)) return transport.call(method, params)
      const { fold = method === 'bulk.change' ? nextBulk() : null } = params as {
        readonly fold?: string | null
      }
      const act = { label: '', fold, inFiles: true, reviews: [] }
      const before = timeline.getState()
      timeline.setState(withAct(before, act))
      try {
        const reply = await transport.call(method, params)
        if (!hasChanged(reply)) forget(timeline, act)
        return reply
      } catch (cause) {
        forget(timeline, act)
        throw cause
      }
    }
  }
}

/** Whether many stories were changed in one go; what they are reviewed as may join it. */
export const isBulkAct = (act: Act | undefined): act is Act => act?.fold?.startsWith(BULK) === true

const BULK = 'bulk '
let bulks = 0
function nextBulk(): string {
  bulks += 1
  return `${BULK}${bulks}`
}

function hasChanged(reply: unknown): boolean {
  if (typeof reply !== 'object' || reply === null) return false
  if ('ok' in reply) return reply.ok === true
  return 'changed' in reply && Array.isArray(reply.changed) && reply.changed.length > 0
}

/** Takes an act back that changed no file after all; of one that it was joined with, the reviews stay. */
function forget(timeline: TimelineStore, act: Act): void {
  timeline.setState(({ past, future }) => ({
    past: past
      .filter((each) => each !== act)
      .map((each) =>
        act.fold !== null && each.fold === act.fold && each.reviews.length > 0
          ? { ...each, inFiles: false }
          : each
      ),
    future
  }))
}
