import type { DuplicateStories } from '#shared/library/duplicate-stories'
import type { Story } from '#shared/story/story'
import { answerJobs } from './answer-jobs'
import { duplicateStories } from './duplicate-stories'

answerJobs<readonly Story[], readonly DuplicateStories[]>(duplicateStories)
