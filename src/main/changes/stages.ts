import type { GitError } from '#shared/library/git-error'
import { ok, type Result } from '#shared/result'
import type { GitPlace } from './git-status'
import { runGit } from './run-git'

/** What git keeps of a file that a merge left to a person. */
export type Stages = {
  /** As git puts the three into the folder, with the line endings that files have there; `null` where there is none. */
  readonly base: Buffer | null
  readonly ours: Buffer | null
  readonly theirs: Buffer | null
  /** What git wrote down of them, for `putStagesBack`. */
  readonly entries: string
}

/** @returns `null` if git keeps neither of the two sides: the file does not clash, or was marked as settled. */
export async function readStages(
  place: GitPlace,
  path: string
): Promise<Result<Stages | null, GitError>> {
  const git = gitAt(place)
  const listed = await git(['ls-files', '--unmerged', '--full-name', '-z', '--', named(path)])
  if (!listed.ok) return listed
  const entries = listed.value.toString('utf8')
  const there = new Set([...entries.matchAll(/(?:^|\0)100\d+ \S+ ([123])\t/g)].map(([, n]) => n))
  if (!there.has('2') && !there.has('3')) return ok(null)
  const read = (stage: string) =>
    there.has(stage) ? git(['cat-file', '--filters', `:${stage}:./${path}`]) : ok(null)
  const [base, ours, theirs] = await Promise.all([read('1'), read('2'), read('3')])
  if (!base.ok) return base
  if (!ours.ok) return ours
  if (!theirs.ok) return theirs
  return ok({ base: base.value, ours: ours.value, theirs: theirs.value, entries })
}

/** Tells git that a file is settled as it is in the folder. */
export async function stage(place: GitPlace, path: string): Promise<Result<null, GitError>> {
  const added = await gitAt(place)(['add', '--', named(path)])
  return added.ok ? ok(null) : added
}

/** What git has of a file for the next commit, and which commit that follows. */
export async function stagedState(
  place: GitPlace,
  path: string
): Promise<Result<string, GitError>> {
  const git = gitAt(place)
  const [entry, head] = await Promise.all([
    git(['ls-files', '--stage', '-z', '--', named(path)]),
    git(['rev-parse', 'HEAD'])
  ])
  if (!entry.ok) return entry
  return head.ok ? ok(`${entry.value.toString('utf8')}${head.value.toString('utf8')}`) : head
}

/** Makes a file that was marked as settled clash again. */
export async function putStagesBack(
  place: GitPlace,
  entries: string
): Promise<Result<null, GitError>> {
  const [, name = '', path = ''] = /^\d+ ([0-9a-f]+) \d\t([^\0]*)/.exec(entries) ?? []
  const without = `0 ${'0'.repeat(name.length)}\t${path}\0`
  const done = await gitAt(place)(['update-index', '-z', '--index-info'], without + entries)
  return done.ok ? ok(null) : done
}

const named = (path: string): string => `:(literal)${path}`

const gitAt =
  ({ root, ...limits }: GitPlace) =>
  (args: readonly string[], input = '') =>
    runGit({ folder: root, args, input, ...limits })
