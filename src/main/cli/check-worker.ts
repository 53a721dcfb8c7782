import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonPatch } from '#shared/json'
import type { Finding } from '#shared/story/finding'
import type { StoryId } from '#shared/story/story-id'
import { answerJobs } from '../library/answer-jobs'
import { readBytes } from '../library/read-bytes'
import { checkFile, type Graded } from '../story/checks/check-file'
import { type CheckedFile, checkedFileOf, unreadFile } from '../story/checks/checked-file'
import { guardedPatch } from '../story/checks/guarded-patch'
import type { CheckFacts } from '../story/checks/rule'
import type { ScanJob } from './scan-library'

/** What to look for, and what the rules may know. */
export type CheckQuestion = Pick<CheckFacts, 'now' | 'site'> & {
  readonly rules: Graded
  readonly topics: readonly string[]
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
  const { rules, topics, patches, now, site } = question
  const facts: CheckFacts = { now, site, topics: new Set(topics), hasFile: filesBelow(root) }
  return ids.flatMap((id) => {
    const file = fileAt(root, id)
    if (file === null) return []
    const findings = checkFile(file, facts, rules).map(({ finding, fix }) => {
      const changes = patches ? fix() : null
      const isMendable = changes !== null && file.kind === 'story'
      return { ...finding, patch: isMendable ? guardedPatch(file, changes) : null }
    })
    return [{ id, isStory: file.kind !== 'none' || findings.length > 0, findings }]
  })
}

function fileAt(root: string, id: StoryId): CheckedFile | null {
  const reading = readBytes(root, id)
  if (reading.kind === 'missing') return null
  return reading.kind === 'problem'
    ? unreadFile(id, reading.problem)
    : checkedFileOf(id, reading.bytes)
}

/** Many stories show the same few pictures. */
function filesBelow(root: string): (path: string) => boolean {
  const known = new Map<string, boolean>()
  return (path) => {
    const isThere = known.get(path) ?? existsSync(join(root, path))
    known.set(path, isThere)
    return isThere
  }
}

answerJobs(check)
