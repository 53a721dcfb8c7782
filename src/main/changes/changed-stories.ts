import { setImmediate as pause } from 'node:timers/promises'
import type { ChangedStory, Changes } from '#shared/library/changed-story'
import type { GitError } from '#shared/library/git-error'
import { ok, type Result } from '#shared/result'
import type { FieldDiff } from '#shared/story/field-diff'
import type { StoryId } from '#shared/story/story-id'
import { readBytes } from '../library/read-bytes'
import { pathOf, type StoryFilter, storyIdOf } from '../library/story-files'
import { diffVersions } from '../story/diff-versions'
import { type GitPlace, gitStatus, type StatusEntry } from './git-status'
import { runGit } from './run-git'

/** How many versions are asked for at once: each may be as large as a story gets. */
const AT_ONCE = 500
/** How many are compared before others have their turn: thousands must not keep the desk waiting. */
const AT_A_TIME = 10

/**
 * Says which stories of a library are not as in the last commit, field by field. Reads only.
 *
 * @param isStory which paths can be stories, as the library's settings say.
 */
export async function changedStories(
  place: GitPlace,
  isStory: StoryFilter
): Promise<Result<Changes, GitError>> {
  const status = await gitStatus(place)
  if (!status.ok) return status

  const found = status.value.entries.flatMap((entry) => {
    const id = storyIdOf(place.root, pathOf(place.root, entry.path as StoryId), isStory)
    return id === null ? [] : [{ id, entry }]
  })
  found.sort((a, b) => (a.id < b.id ? -1 : 1))
  const stories: ChangedStory[] = []
  const askFrom = (at: number) =>
    committedBytes(
      place,
      found.slice(at, at + AT_ONCE).map(({ entry }) => entry)
    )
  let answer = askFrom(0)
  for (let at = 0; at < found.length; at += AT_ONCE) {
    const before = await answer
    if (!before.ok) return before
    answer = askFrom(at + AT_ONCE) // git looks for these while the ones before are compared
    for (const { id, entry } of found.slice(at, at + AT_ONCE)) {
      const fields = fieldsOf(place.root, id, entry, before.value)
      stories.push({ id, kind: entry.kind, from: entry.from, fields })
      if (stories.length % AT_A_TIME === 0) await pause()
    }
  }
  return ok({ repository: status.value.repository, stories })
}

function fieldsOf(
  root: string,
  id: StoryId,
  { kind, blob }: StatusEntry,
  before: ReadonlyMap<string, Uint8Array>
): readonly FieldDiff[] {
  const was = blob === null || kind === 'added' || kind === 'deleted' ? undefined : before.get(blob)
  if (was === undefined) return []
  const now = readBytes(root, id)
  return now.kind === 'bytes' ? diffVersions(was, now.bytes) : []
}

/** Reads files as they were in the last commit, by the names of their objects. */
async function committedBytes(
  { root, ...limits }: GitPlace,
  entries: readonly StatusEntry[]
): Promise<Result<ReadonlyMap<string, Uint8Array>, GitError>> {
  const wanted = entries.filter(({ kind }) => kind !== 'added' && kind !== 'deleted')
  const blobs = [...new Set(wanted.flatMap(({ blob }) => blob ?? []))]
  if (blobs.length === 0) return ok(new Map())
  const input = `${blobs.join('\n')}\n`
  const answer = await runGit({
    folder: root,
    args: ['cat-file', '--batch', '--buffer'],
    input,
    ...limits
  })
  return answer.ok ? ok(readBatch(answer.value)) : answer
}

/** Reads `git cat-file --batch`: a line `name type size`, the bytes, a line break; or a line `name missing`. */
function readBatch(answer: Buffer): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf('\n', at)
    const [name = '', type, size] = answer.toString('latin1', at, end).split(' ')
    at = end + 1
    if (type !== 'blob' || size === undefined) continue
    found.set(name, answer.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return found
}
