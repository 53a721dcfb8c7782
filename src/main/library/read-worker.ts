import type { StoryId } from '#shared/story/story-id'
import { answerJobs } from './answer-jobs'
import { readStories, type StoryReading } from './read-stories'

/** What this thread is asked: to read these stories of the library at `root`. */
export type ReadJob = { readonly root: string; readonly ids: readonly StoryId[] }
export type ReadAnswer = readonly StoryReading[]

answerJobs<ReadJob, ReadAnswer>(({ root, ids }) => readStories(root, ids))
