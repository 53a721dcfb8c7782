import type { JsonPatch } from '#shared/json'
import type { Finding } from '#shared/story/finding'
import type { StoryId } from '#shared/story/story-id'
import { answerJobs } from '../library/answer-jobs'
import { checkedFileAt, factsAt, type SaidFacts } from '../library/checked-files'
import { checkFile, type Graded } from '../story/checks/check-file'
import { guardedPatch } from '../story/checks/guarded-patch'
import type { ScanJob } from './scan-library'

/** What to look for, and what the rules may know. */
export type CheckQuestion = SaidFacts & {
  readonly rules: Graded
  /** Whether to say what would mend each finding, which takes a while. */
  readonly patches: boolean
}

/** What was found in one file. Files in which nothing was are counted as well. */
export type FileFindings = {
  readonly id: StoryId
  /** Whether it is a story, be it broken or not, or was meant to be one. */
  readonly isStory: boolean
  readonly findings: readonly (Finding & { readonly patch: JsonPatch | null })[]
}

function check({ root, ids, question }: ScanJob<CheckQuestion>): readonly FileFindings[] {
  const { rules, patches } = question
  const facts = factsAt(root, question)
  return ids.flatMap((id) => {
    const file = checkedFileAt(root, id)
    if (file === null) return []
    const findings = checkFile(file, facts, rules).map(({ finding, fix }) => {
      const changes = patches ? fix() : null
      const isMendable = changes !== null && file.kind === 'story'
      return { ...finding, patch: isMendable ? guardedPatch(file, changes) : null }
    })
    return [{ id, isStory: file.kind !== 'none' || findings.length > 0, findings }]
  })
}

answerJobs(check)
