import { parentPort } from 'node:worker_threads'
import type { StoryId } from '#shared/story/story-id'
import { codeOf } from './disk'
import { findStory } from './read-file'
import { readStories, type StoryReading } from './read-stories'
import { fingerprintOf, pathOf } from './story-files'
import { type Walk, walk } from './walk'

/** What a worker thread is asked; it answers in the same order. */
export type ReadJob =
  | { readonly kind: 'walk'; readonly root: string; readonly now: number }
  | { readonly kind: 'read'; readonly root: string; readonly ids: readonly StoryId[] }
  | { readonly kind: 'look'; readonly root: string; readonly ids: readonly StoryId[] }

/** `failed`: the library's folder itself cannot be read. */
export type ReadAnswer =
  | { readonly kind: 'walked'; readonly walk: Walk }
  | { readonly kind: 'read'; readonly readings: readonly StoryReading[] }
  /** Fingerprints; `null` for a file that is gone. */
  | { readonly kind: 'looked'; readonly fingerprints: readonly (string | null)[] }
  | { readonly kind: 'failed'; readonly code: string }

function answer(job: ReadJob): ReadAnswer {
  if (job.kind === 'read') return { kind: 'read', readings: readStories(job.root, job.ids) }
  if (job.kind === 'look') {
    return { kind: 'looked', fingerprints: job.ids.map((id) => fingerprintAt(job.root, id)) }
  }
  try {
    return { kind: 'walked', walk: walk(job.root, job.now) }
  } catch (cause) {
    const code = codeOf(cause)
    if (code === null) throw cause
    return { kind: 'failed', code }
  }
}

function fingerprintAt(root: string, id: StoryId): string | null {
  try {
    const found = findStory(root, pathOf(root, id))
    return found === null ? null : fingerprintOf(found.stats)
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
    return null
  }
}

parentPort?.on('message', (job: ReadJob) => parentPort?.postMessage(answer(job)))
