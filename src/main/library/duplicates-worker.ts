import type { DuplicateStories } from '#shared/library/duplicate-stories'
import { answerJobs } from './answer-jobs'
import { duplicateStories, type Report } from './duplicate-stories'
import { giveWay } from './give-way'

/** More stories to compare, or `null`: compare all that came. */
export type ComparingJob = readonly Report[] | null

const reports: Report[] = []

giveWay()
answerJobs<ComparingJob, readonly DuplicateStories[]>((job) => {
  if (job === null) return duplicateStories(reports)
  for (const report of job) reports.push(report)
  return []
})
