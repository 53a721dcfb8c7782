import type { StoryFindings } from '#shared/story/story-findings'
import type { StoryId } from '#shared/story/story-id'
import { checkFile, type Graded } from '../story/checks/check-file'
import { summaryOf } from '../story/checks/findings-summary'
import { answerJobs } from './answer-jobs'
import { checkedFileAt, factsAt, type SaidFacts } from './checked-files'
import { giveWay } from './give-way'

/** What this thread is asked: what the rules find in these stories of the library at `root`. */
export type FindingsJob = {
  readonly root: string
  readonly ids: readonly StoryId[]
  readonly facts: SaidFacts
  readonly rules: Graded
}

giveWay()
answerJobs<FindingsJob, readonly StoryFindings[]>(({ root, ids, facts, rules }) => {
  const known = factsAt(root, facts)
  return ids.map((id) => {
    const file = checkedFileAt(root, id)
    return { id, found: file === null ? [] : summaryOf(checkFile(file, known, rules)) }
  })
})
