import type { BulkOutcome, BulkPreview, BulkProgress } from '#shared/library/bulk'
import type { StoryStep } from '#shared/library/history'
import type { Result } from '#shared/result'
import { type BulkChange, bulkLabel, changesFor } from '#shared/story/bulk-change'
import type { Story, StoryDetail } from '#shared/story/story'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import type { SaveOutcome } from './save-story'

/** Makes one change to many stories, some at a time. */
export type BulkRun = {
  readonly outcome: BulkOutcome
  /** The way back of every story that was changed. */
  readonly steps: readonly StoryStep[]
}

type BulkParts = {
  readonly ids: readonly StoryId[]
  readonly bulk: BulkChange
  readonly save: (
    id: StoryId,
    plan: (detail: StoryDetail) => ReturnType<typeof changesFor>
  ) => Promise<Result<SaveOutcome, StoryError>>
  /** Rows that are on disk, and how far it is. */
  readonly onProgress: (saved: readonly Story[], progress: BulkProgress) => void
  readonly isCancelled: () => boolean
}

/** A disk flushes several files in little more time than one. */
const AT_ONCE = 16
const PROGRESS_MS = 100

/** What could not be changed does not keep the others from being changed. */
export async function runBulk(parts: BulkParts): Promise<BulkRun> {
  const { bulk, save, onProgress, isCancelled } = parts
  const ids = [...new Set(parts.ids)]
  const label = bulkLabel(bulk, ids.length)
  const steps: StoryStep[] = []
  const failed: StoryError[] = []
  const waiting = ids.values()
  let saved: Story[] = []
  let done = 0
  let last = performance.now()

  function tell(): void {
    onProgress(saved, { label, done, total: ids.length })
    saved = []
    last = performance.now()
  }

  async function work(): Promise<void> {
    for (const id of waiting) {
      if (isCancelled()) return
      const result = await save(id, (detail) => changesFor(bulk, detail))
      done += 1
      if (!result.ok) failed.push(result.error)
      else if (result.value.step !== null) {
        steps.push(result.value.step)
        saved.push(result.value.story)
      }
      if (performance.now() - last >= PROGRESS_MS) tell()
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work))
  tell()
  const changed = steps.map(({ id }) => id)
  const unchanged = done - changed.length - failed.length
  const cancelled = done < ids.length
  return {
    outcome: { label: bulkLabel(bulk, changed.length), changed, unchanged, failed, cancelled },
    steps
  }
}

/** Says what a bulk change would do to one story. */
export function previewOf(bulk: BulkChange, detail: StoryDetail): BulkPreview {
  const { id, problem } = detail.story
  return problem === null
    ? { id, changes: changesFor(bulk, detail), error: null }
    : { id, changes: [], error: { code: 'problem', id, problem } }
}
