import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { StoryId } from '#shared/story/story-id'
import { type CheckedFile, checkedFileOf, unreadFile } from '../story/checks/checked-file'
import type { CheckFacts } from '../story/checks/rule'
import { readBytes } from './read-bytes'

/** What checks have to know of a library besides its files, as plain data. */
export type SaidFacts = Pick<CheckFacts, 'now' | 'site' | 'settings'> & {
  readonly topics: readonly string[]
}

/**
 * What rules may ask about the library at `root`, a real path. Blocks: for threads.
 *
 * @param files takes in which files were asked for, and whether they were there.
 */
export const factsAt = (
  root: string,
  { now, site, settings, topics }: SaidFacts,
  files: Map<string, boolean> = new Map()
): CheckFacts => ({
  now,
  site,
  settings,
  topics: new Set(topics),
  hasFile: filesBelow(root, files)
})

/** Reads one file for the checks, blocking. @returns `null` if it is not there. */
export function checkedFileAt(root: string, id: StoryId): CheckedFile | null {
  const reading = readBytes(root, id)
  if (reading.kind === 'missing') return null
  return reading.kind === 'problem'
    ? unreadFile(id, reading.problem)
    : checkedFileOf(id, reading.bytes)
}

/** Many stories show the same few pictures. */
function filesBelow(root: string, known: Map<string, boolean>): (path: string) => boolean {
  return (path) => {
    const isThere = known.get(path) ?? existsSync(join(root, path))
    known.set(path, isThere)
    return isThere
  }
}
