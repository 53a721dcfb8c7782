import { availableParallelism } from 'node:os'
import { fail, ok, type Result } from '#shared/result'
import type { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import { unreadable } from './read-bytes'
import { problemReading, type StoryReading } from './read-stories'
import type { ReadAnswer, ReadJob } from './read-worker'
import readWorker from './read-worker?modulePath'
import { createThreads, FILES_REPLACED } from './threads'
import type { Walk } from './walk'
import type { WalkAnswer, WalkJob } from './walk-worker'
import walkWorker from './walk-worker?modulePath'

/** Looks at files in threads, so that the one that serves windows never waits for a disk or a parser. */
export type ReadPool = {
  /** Answers in the order of `ids`. A story that ends its thread is answered as a problem. */
  read(root: string, ids: readonly StoryId[]): Promise<readonly StoryReading[]>
  /** Stories will be read: a thread starts now, while the folder is still listed. */
  wake(): void
  /** Fingerprints, in the order of `ids`; `null` for a file that is gone. */
  look(root: string, ids: readonly StoryId[]): Promise<readonly (string | null)[]>
  /**
   * @param patterns which files can be stories, as in the library's settings.
   * @returns the system's code if the folder itself cannot be read.
   */
  walk(root: string, patterns: readonly string[]): Promise<Result<Walk, string>>
  /** Ends all threads; what is under way is answered with nothing found. */
  close(): Promise<void>
}

const MOST_THREADS = 8

/** Said of a file whose reading ends a thread. */
export const TOO_MUCH = 'This file is more than Storydesk can read.'

/** As many as there are cores to read with. */
export const threadsToReadWith = (): number =>
  Math.min(MOST_THREADS, Math.max(2, availableParallelism()))

export function createReadPool({ log }: { readonly log: Log }): ReadPool {
  const most = threadsToReadWith()
  const readers = createThreads<ReadJob, ReadAnswer>({ module: readWorker, most, log })
  // A thread without a parser starts in a third of the time, and opening a library begins with a walk.
  const walker = createThreads<WalkJob, WalkAnswer>({ module: walkWorker, most: 1, log })
  walker.wake()

  async function read(root: string, ids: readonly StoryId[]): Promise<readonly StoryReading[]> {
    const readings = await readers.ask({ root, ids })
    if (readings !== null) return readings
    if (readers.isClosed()) return []
    if (readers.isBroken())
      return ids.map((id) => problemReading(id, unreadable(`${FILES_REPLACED}.`)))
    const [id, ...others] = ids
    if (id !== undefined && others.length === 0) {
      return [problemReading(id, unreadable(TOO_MUCH))]
    }
    const each = await Promise.all(ids.map((one) => read(root, [one])))
    return each.flat()
  }

  return {
    read,
    wake: () => readers.wake(1),
    async look(root, ids) {
      const answer = await walker.ask({ kind: 'look', root, ids })
      return answer?.kind === 'looked' ? answer.fingerprints : ids.map(() => null)
    },
    async walk(root, patterns) {
      const answer = await walker.ask({ kind: 'walk', root, patterns, now: Date.now() })
      if (answer?.kind === 'walked') return ok(answer.walk)
      return fail(answer?.kind === 'failed' ? answer.code : 'EIO')
    },
    async close() {
      await Promise.all([readers.close(), walker.close()])
    }
  }
}
