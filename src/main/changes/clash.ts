import { rm } from 'node:fs/promises'
import type { ClashChoice } from '#shared/library/clash'
import type { GitError } from '#shared/library/git-error'
import { ok, type Result } from '#shared/result'
import type { StoryId } from '#shared/story/story-id'
import { pathOf } from '../library/story-files'
import { conflictList } from './conflict-list'
import type { GitPlace } from './git-status'
import { type MergedStory, mergeStory } from './merge-story'
import { runGit } from './run-git'
import type { Versions } from './same-line-endings'

/** A merged story, and which of its conflicts can be decided: places and comments are ours in any case. */
export type MergedStages = MergedStory & { readonly asked: ReadonlySet<number> }

/**
 * Merges a story from the three versions that git keeps of a file that clashed.
 *
 * @param choices whose version is taken, one for each conflict in its order; ours where nothing is said.
 * @returns `null` if git keeps none: the file does not clash, or was marked as settled.
 */
export async function mergeStages(
  place: GitPlace,
  path: string,
  choices: readonly ClashChoice[]
): Promise<Result<MergedStages | null, GitError>> {
  const stages = await readStages(place, path)
  if (!stages.ok) return stages
  if (stages.value === null) return ok(null)
  const asked = new Set<number>()
  const merged = mergeStory(stages.value, (_, index) => {
    asked.add(index)
    return choices[index] ?? 'ours'
  })
  return ok({ ...merged, asked })
}

async function readStages(
  { root, ...limits }: GitPlace,
  path: string
): Promise<Result<Versions<Buffer> | null, GitError>> {
  const listed = await runGit({
    folder: root,
    args: ['ls-files', '--unmerged', '-z', '--', `:(literal)${path}`],
    ...limits
  })
  if (!listed.ok) return listed
  const blobs = new Map<string, string>()
  for (const line of listed.value.toString('utf8').split('\0')) {
    const [, blob, stage] = /^100\d+ ([0-9a-f]+) ([123])\t/.exec(line) ?? []
    if (blob !== undefined && stage !== undefined) blobs.set(stage, blob)
  }
  const [base, ours, theirs] = ['1', '2', '3'].map((stage) => blobs.get(stage))
  if (ours === undefined || theirs === undefined) return ok(null)
  const read = (blob: string) =>
    runGit({ folder: root, args: ['cat-file', 'blob', blob], ...limits })
  const [was, our, their] = await Promise.all([
    base === undefined ? ok(Buffer.alloc(0)) : read(base),
    read(ours),
    read(theirs)
  ])
  if (!was.ok) return was
  if (!our.ok) return our
  return their.ok ? ok({ base: was.value, ours: our.value, theirs: their.value }) : their
}

/** Tells git that a file is settled as it is in the folder; the list of what clashed goes. */
export async function markSettled(
  { root, ...limits }: GitPlace,
  path: StoryId
): Promise<Result<null, GitError>> {
  await rm(conflictList(pathOf(root, path)), { force: true })
  const added = await runGit({
    folder: root,
    args: ['add', '--', `:(literal)${path}`],
    ...limits
  })
  return added.ok ? ok(null) : added
}
