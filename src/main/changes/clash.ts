import type { ClashChoice } from '#shared/library/clash'
import type { GitError } from '#shared/library/git-error'
import { ok, type Result } from '#shared/result'
import type { GitPlace } from './git-status'
import { type MergedStory, mergeStory } from './merge-story'
import { runGit } from './run-git'
import type { Versions } from './same-line-endings'

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
): Promise<Result<MergedStory | null, GitError>> {
  const stages = await readStages(place, path)
  if (!stages.ok) return stages
  return ok(stages.value && mergeStory(stages.value, (_, index) => choices[index] ?? 'ours'))
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

/** Tells git that a file is settled as it is in the folder. */
export async function markSettled(
  { root, ...limits }: GitPlace,
  path: string
): Promise<Result<null, GitError>> {
  const added = await runGit({
    folder: root,
    args: ['add', '--', `:(literal)${path}`],
    ...limits
  })
  return added.ok ? ok(null) : added
}
