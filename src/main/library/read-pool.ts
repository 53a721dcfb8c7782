import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '#shared/result'
import type { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import { type StoryReading, unreadable } from './read-stories'
import type { ReadAnswer, ReadJob } from './read-worker'
import workerPath from './read-worker?modulePath'
import type { Walk } from './walk'

/** Worker threads that look at files, so that the thread that serves windows never waits for a disk or a parser. */
export type ReadPool = {
  /** Answers in the order of `ids`. A story that ends its thread is answered as a problem. */
  read(root: string, ids: readonly StoryId[]): Promise<readonly StoryReading[]>
  /** Fingerprints, in the order of `ids`; `null` for a file that is gone. */
  look(root: string, ids: readonly StoryId[]): Promise<readonly (string | null)[]>
  /** `error` is the system's code: the folder itself cannot be read. */
  walk(root: string): Promise<Result<Walk, string>>
  /** How many jobs it makes sense to have under way. */
  readonly size: number
  /** Ends all threads; what is under way is answered with nothing found. */
  close(): Promise<void>
}

const MOST_THREADS = 8
const IDLE_MS = 10_000

type Waiting = { readonly job: ReadJob; done(answer: ReadAnswer | null): void }
type Thread = { readonly worker: Worker; busy: Waiting | null }

export function createReadPool({ log }: { readonly log: Log }): ReadPool {
  const size = Math.min(MOST_THREADS, Math.max(2, availableParallelism()))
  const threads = new Set<Thread>()
  const waiting: Waiting[] = []
  let idle: NodeJS.Timeout | undefined
  let closed = false

  function start(): Thread {
    const worker = new Worker(workerPath)
    const thread: Thread = { worker, busy: null }
    threads.add(thread)
    worker.unref()
    worker.on('message', (answer: ReadAnswer) => finish(thread, answer))
    worker.on('error', (cause) => {
      log.error('A reading thread ended', cause)
      threads.delete(thread)
      finish(thread, null)
    })
    return thread
  }

  function finish(thread: Thread, answer: ReadAnswer | null): void {
    const { busy } = thread
    thread.busy = null
    thread.worker.unref()
    busy?.done(answer)
    assign()
  }

  function assign(): void {
    clearTimeout(idle)
    while (waiting.length > 0) {
      const free = [...threads].find(({ busy }) => busy === null)
      const thread = free ?? (threads.size < size ? start() : undefined)
      if (thread === undefined) return
      thread.busy = waiting.shift() ?? null
      thread.worker.ref() // the process stays alive exactly as long as somebody waits
      thread.worker.postMessage(thread.busy?.job)
    }
    idle = setTimeout(() => void rest(), IDLE_MS).unref()
  }

  /** One thread stays, so that an edit from outside is seen at once; the others give their memory back. */
  async function rest(): Promise<void> {
    const unneeded = [...threads].filter(({ busy }) => busy === null).slice(1)
    for (const thread of unneeded) threads.delete(thread)
    await Promise.all(unneeded.map(({ worker }) => worker.terminate()))
  }

  const ask = (job: ReadJob): Promise<ReadAnswer | null> =>
    new Promise((done) => {
      if (closed) return done(null)
      waiting.push({ job, done })
      assign()
    })

  async function read(root: string, ids: readonly StoryId[]): Promise<readonly StoryReading[]> {
    const answer = await ask({ kind: 'read', root, ids })
    if (answer?.kind === 'read') return answer.readings
    if (closed) return []
    const [id, ...others] = ids
    if (id !== undefined && others.length === 0) {
      return [unreadable(id, 'unreadable', 'This file is more than Storydesk can read.')]
    }
    const each = await Promise.all(ids.map((one) => read(root, [one])))
    return each.flat()
  }

  return {
    size,
    read,
    async look(root, ids) {
      const answer = await ask({ kind: 'look', root, ids })
      return answer?.kind === 'looked' ? answer.fingerprints : ids.map(() => null)
    },
    async walk(root) {
      const answer = await ask({ kind: 'walk', root, now: Date.now() })
      if (answer?.kind === 'walked') return ok(answer.walk)
      return fail(answer?.kind === 'failed' ? answer.code : 'EIO')
    },
    async close() {
      closed = true
      clearTimeout(idle)
      const all = [...threads]
      threads.clear()
      for (const { done } of waiting.splice(0)) done(null)
      for (const { busy } of all) busy?.done(null)
      await Promise.all(all.map(({ worker }) => worker.terminate()))
    }
  }
}
