import { parentPort } from 'node:worker_threads'
import type { StoryId } from '#shared/story/story-id'
import { readStories, type StoryReading } from './read-stories'

/** What this thread is asked: to read these stories of the library at `root`. */
export type ReadJob = { readonly root: string; readonly ids: readonly StoryId[] }
export type ReadAnswer = readonly StoryReading[]

parentPort?.on('message', ({ root, ids }: ReadJob) => {
  const answer: ReadAnswer = readStories(root, ids)
  parentPort?.postMessage(answer)
})
