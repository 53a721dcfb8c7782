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

export type FindingsAnswer = {
  readonly found: readonly StoryFindings[]
  /** Files other than stories that rules asked for, each with whether it was there. */
  readonly files: ReadonlyMap<string, boolean>
  /** The stories for which they asked. */
  readonly askers: readonly StoryId[]
}

giveWay()
answerJobs<FindingsJob, FindingsAnswer>(({ root, ids, facts, rules }) => {
  const files = new Map<string, boolean>()
  const askers = new Set<StoryId>()
  const known = factsAt(root, facts, files)
  const found = ids.map((id) => {
    const file = checkedFileAt(root, id)
    const hasFile = (path: string): boolean => {
      askers.add(id)
      return known.hasFile(path)
    }
    return {
      id,
      found: file === null ? [] : summaryOf(checkFile(file, { ...known, hasFile }, rules))
    }
  })
  return { found, files, askers: [...askers] }
})
