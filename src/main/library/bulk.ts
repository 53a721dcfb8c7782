import type { BulkOutcome, BulkProgress } from '#shared/library/bulk'
import type { StoryStep } from '#shared/library/history'
import type { Result } from '#shared/result'
import { type BulkChange, bulkLabel } from '#shared/story/bulk-change'
import type { Story } from '#shared/story/story'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import type { SaveOutcome } from './save-story'

/** Stories that were changed since it was told last, and the way back of each. */
export type BulkGain = {
  readonly stories: readonly Story[]
  readonly steps: readonly StoryStep[]
}

type BulkParts = {
  readonly ids: readonly StoryId[]
  readonly bulk: BulkChange
  /** Makes the change to one story. */
  readonly save: (id: StoryId) => Promise<Result<SaveOutcome, StoryError>>
  /** What is on disk by now, and how far it is. */
  readonly onProgress: (gain: BulkGain, progress: BulkProgress) => void
  readonly isCancelled: () => boolean
}

/** Enough that no thread waits for its next story. */
const AT_ONCE = 16
const PROGRESS_MS = 100

/** Makes one change to many stories, some at a time. What could not be changed does not keep the others from it. */
export async function runBulk(parts: BulkParts): Promise<BulkOutcome> {
  const { bulk, save, onProgress, isCancelled } = parts
  const ids = [...new Set(parts.ids)]
  const label = bulkLabel(bulk, ids.length)
  const changed: StoryId[] = []
  const failed: StoryError[] = []
  const waiting = ids.values()
  let saved: (SaveOutcome & { readonly step: StoryStep })[] = []
  let done = 0
  let last = performance.now()

  function tell(): void {
    const gain = { stories: saved.map(({ story }) => story), steps: saved.map(({ step }) => step) }
    saved = []
    onProgress(gain, { label, done, total: ids.length })
    last = performance.now()
  }

  async function work(): Promise<void> {
    for (const id of waiting) {
      if (isCancelled()) return
      const result = await save(id)
      done += 1
      if (!result.ok) failed.push(result.error)
      else if (result.value.step !== null) {
        changed.push(id)
        saved.push({ ...result.value, step: result.value.step })
      }
      if (performance.now() - last >= PROGRESS_MS) tell()
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work))
  tell()
  const unchanged = done - changed.length - failed.length
  const cancelled = done < ids.length
  return { label: bulkLabel(bulk, changed.length), changed, unchanged, failed, cancelled }
}
