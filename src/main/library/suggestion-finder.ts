import { fail, type Result } from '#shared/result'
import type { LinkSuggestion } from '#shared/story/link-suggestion'
import type { Story } from '#shared/story/story'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import type { SuggestionsAnswer, SuggestionsJob } from './suggestions-worker'
import suggestionsWorker from './suggestions-worker?modulePath'
import { createThreads, FILES_REPLACED, type Threads } from './threads'

/** Knows what coverage the stories of an open folder could link to. It reads them all when it is first asked. */
export type SuggestionFinder = {
  /** Best first. @param declined addresses that an editor said are not related. */
  suggest(
    id: StoryId,
    declined: readonly string[]
  ): Promise<Result<readonly LinkSuggestion[], StoryError>>
  /** Stories came, changed or went. */
  hint(changes: { readonly saved: readonly Story[]; readonly removed: readonly StoryId[] }): void
  close(): Promise<void>
}

type SuggestionFinderParts = {
  /** The library's folder, a real path. */
  readonly root: string
  readonly stories: () => readonly Story[]
  readonly log: Log
}

/** More would not be read. */
const MOST = 6
const BATCH = 256

export function createSuggestionFinder(parts: SuggestionFinderParts): SuggestionFinder {
  const { root, stories, log } = parts
  let thread: Threads<SuggestionsJob, SuggestionsAnswer> | null = null
  /** What the thread has not taken in yet. */
  const stale = new Set<StoryId>()
  let isCaughtUp: Promise<boolean> = Promise.resolve(true)
  let closed = false

  /** @returns whether the thread knows what the files say. */
  async function catchUp(): Promise<boolean> {
    if (closed) return false
    if (thread === null) {
      thread = createThreads({ module: suggestionsWorker, most: 1, log })
      // A story that cannot be read may end the thread again.
      for (const { id, problem } of stories()) if (problem === null) stale.add(id)
    }
    while (stale.size > 0 && thread !== null) {
      const ids = [...stale].slice(0, BATCH)
      for (const id of ids) stale.delete(id)
      if ((await thread.ask({ root, kind: 'take-in', ids })) === null) return startOver()
    }
    return thread !== null
  }

  /** What the thread knew went with it. */
  async function startOver(): Promise<false> {
    const ended = thread
    thread = null
    await ended?.close()
    return false
  }

  return {
    async suggest(id, declined) {
      isCaughtUp = isCaughtUp.then(catchUp)
      const lost = { code: 'disk', id, reason: FILES_REPLACED } as const
      if (!(await isCaughtUp) || thread === null) return fail(lost)
      const answer = await thread.ask({ root, kind: 'suggest', id, limit: MOST, declined })
      return answer?.kind === 'suggested' ? answer.suggestions : fail(lost)
    },
    hint({ saved, removed }) {
      if (thread === null) return
      for (const { id } of saved) stale.add(id)
      for (const id of removed) stale.add(id)
    },
    async close() {
      closed = true
      await startOver()
    }
  }
}
