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
  const git = (...args: readonly string[]) => runGit({ folder: root, args, ...limits })
  const listed = await git('ls-files', '--unmerged', '-z', '--', `:(literal)${path}`)
  if (!listed.ok) return listed
  const there = new Set(
    [...listed.value.toString('utf8').matchAll(/(?:^|\0)100\d+ \S+ ([123])\t/g)].map(([, n]) => n)
  )
  if (!there.has('2') || !there.has('3')) return ok(null)
  // As git would put them into the folder, with the line endings that files have there.
  const read = (stage: string) => git('cat-file', '--filters', `:${stage}:./${path}`)
  const [base, ours, theirs] = await Promise.all([
    there.has('1') ? read('1') : ok(Buffer.alloc(0)),
    read('2'),
    read('3')
  ])
  if (!base.ok) return base
  if (!ours.ok) return ours
  return theirs.ok ? ok({ base: base.value, ours: ours.value, theirs: theirs.value }) : theirs
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
