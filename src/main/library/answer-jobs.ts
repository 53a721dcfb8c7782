import { parentPort } from 'node:worker_threads'

/** The first thing that a thread says: its module is loaded. */
export const READY = 'ready'

/** Makes this thread one of `createThreads`: says that it is ready, and answers every job that it is given. */
export function answerJobs<Job, Answer>(answer: (job: Job) => Answer | Promise<Answer>): void {
  parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await answer(job)))
  parentPort?.postMessage(READY)
}
