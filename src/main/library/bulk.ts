import type { BulkOutcome, BulkProgress } from '#shared/library/bulk'
import type { StoryStep } from '#shared/library/history'
import type { Result } from '#shared/result'
import { type BulkChange, bulkLabel } from '#shared/story/bulk-change'
import type { Story } from '#shared/story/story'
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
  /** Makes the change to one story. */
  readonly save: (id: StoryId) => Promise<Result<SaveOutcome, StoryError>>
  /** Rows that are on disk, and how far it is. */
  readonly onProgress: (saved: readonly Story[], progress: BulkProgress) => void
  readonly isCancelled: () => boolean
}

/** Enough that no thread waits for its next story. */
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
      const result = await save(id)
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
