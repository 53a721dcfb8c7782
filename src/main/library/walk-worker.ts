import { pathMatcher } from '#shared/library/path-patterns'
import type { StoryId } from '#shared/story/story-id'
import { answerJobs } from './answer-jobs'
import { codeOf } from './disk'
import { findStory } from './read-file'
import { fingerprintOf, pathOf } from './story-files'
import { type Walk, walk } from './walk'

/** What this thread is asked. */
export type WalkJob =
  | {
      readonly kind: 'walk'
      readonly root: string
      /** Which files can be stories, as in the library's settings. */
      readonly patterns: readonly string[]
      readonly now: number
    }
  | { readonly kind: 'look'; readonly root: string; readonly ids: readonly StoryId[] }

export type WalkAnswer =
  | { readonly kind: 'walked'; readonly walk: Walk }
  /** Fingerprints; `null` for a file that is gone. */
  | { readonly kind: 'looked'; readonly fingerprints: readonly (string | null)[] }
  /** The library's folder itself cannot be read. */
  | { readonly kind: 'failed'; readonly code: string }

function answer(job: WalkJob): WalkAnswer {
  if (job.kind === 'look') {
    return { kind: 'looked', fingerprints: job.ids.map((id) => fingerprintAt(job.root, id)) }
  }
  try {
    return { kind: 'walked', walk: walk(job.root, pathMatcher(job.patterns), job.now) }
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

answerJobs(answer)
