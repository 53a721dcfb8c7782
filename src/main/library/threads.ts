import { Worker } from 'node:worker_threads'
import type { Log } from '../log'
import { READY } from './answer-jobs'

/** Worker threads that run one module, which calls `answerJobs`. */
export type Threads<Job, Answer> = {
  /** @returns `null` if the thread that had the job ended, or all of them were closed. */
  ask(job: Job): Promise<Answer | null>
  /** Starts so many threads, or all, ahead of the first job. */
  wake(count?: number): void
  isClosed(): boolean
  /** Whether no thread can start, because the module cannot be loaded. */
  isBroken(): boolean
  close(): Promise<void>
}

type ThreadsParts = {
  /** Path of the bundled module. */
  readonly module: string
  /** How many run at most. */
  readonly most: number
  readonly log: Log
}

/** Why no thread can start: a program that runs keeps the names of modules that another build has taken away. */
export const FILES_REPLACED = "Storydesk's own files were replaced while it runs: restart it"

type Waiting<Job, Answer> = {
  readonly job: Job
  readonly isSecondTry: boolean
  done(answer: Answer | null): void
}
type Thread<Job, Answer> = {
  readonly worker: Worker
  isReady: boolean
  busy: Waiting<Job, Answer> | null
}

/** After this long without a job all threads but one end, and give their memory back. */
const IDLE_MS = 10_000

export function createThreads<Job, Answer>(parts: ThreadsParts): Threads<Job, Answer> {
  const { module, most, log } = parts
  const threads = new Set<Thread<Job, Answer>>()
  const waiting: Waiting<Job, Answer>[] = []
  let idle: NodeJS.Timeout | undefined
  let closed = false
  let broken = false

  function start(): Thread<Job, Answer> {
    const worker = new Worker(module)
    const thread: Thread<Job, Answer> = { worker, isReady: false, busy: null }
    threads.add(thread)
    worker.unref()
    worker.on('message', (message: Answer | typeof READY) => {
      // One that is being ended keeps the process alive until it has: nothing may take that from it.
      if (!threads.has(thread)) return
      if (message === READY) becomeReady(thread)
      else finish(thread, message as Answer)
    })
    worker.on('error', (cause) => {
      if (!threads.delete(thread)) return
      if (!thread.isReady) return passOn(thread, cause)
      log.error('A thread ended', cause)
      finish(thread, null)
    })
    return thread
  }

  function becomeReady(thread: Thread<Job, Answer>): void {
    thread.isReady = true
    broken = false
  }

  /** Nothing was done of its job: another thread may take it, but only one, for the module may be gone for good. */
  function passOn({ busy }: Thread<Job, Answer>, cause: Error): void {
    if (closed) return
    if (busy?.isSecondTry === true) giveUp(busy, cause)
    else {
      log.warn('A thread could not start', cause)
      if (busy !== null) waiting.unshift({ ...busy, isSecondTry: true })
      assign()
    }
  }

  function giveUp(busy: Waiting<Job, Answer>, cause: Error): void {
    log.error(FILES_REPLACED, cause)
    broken = true
    for (const { done } of [busy, ...waiting.splice(0)]) done(null)
  }

  function finish(thread: Thread<Job, Answer>, answer: Answer | null): void {
    const { busy } = thread
    thread.busy = null
    thread.worker.unref()
    busy?.done(answer)
    assign()
  }

  function assign(): void {
    clearTimeout(idle)
    if (closed) return
    while (waiting.length > 0) {
      const free = [...threads].find(({ busy }) => busy === null)
      const thread = free ?? (threads.size < most ? start() : undefined)
      if (thread === undefined) return
      thread.busy = waiting.shift() ?? null
      thread.worker.ref() // the process stays alive exactly as long as somebody waits
      thread.worker.postMessage(thread.busy?.job)
    }
    idle = setTimeout(() => void rest(), IDLE_MS).unref()
  }

  /** One thread stays, so that an edit from outside is seen at once. */
  async function rest(): Promise<void> {
    const unneeded = [...threads].filter(({ busy }) => busy === null).slice(1)
    for (const thread of unneeded) threads.delete(thread)
    await Promise.all(unneeded.map(({ worker }) => worker.terminate()))
  }

  return {
    wake(count = most) {
      while (!closed && threads.size < count) start()
      assign() // should no job come, they end as they do after one
    },
    isClosed: () => closed,
    isBroken: () => broken,
    ask: (job) =>
      new Promise((done) => {
        if (closed) return done(null)
        waiting.push({ job, isSecondTry: false, done })
        assign()
      }),
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
