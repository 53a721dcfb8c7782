import type { GitError } from '#shared/library/git-error'
import { fail, ok, type Result } from '#shared/result'
import type { StoryId } from '#shared/story/story-id'
import { type GitPlace, gitStatus, oldGit, type StatusEntry } from './git-status'
import { runGit } from './run-git'

/** Hooks may check a whole site. */
const SECONDS = 300

/**
 * Commits the chosen stories as they are in the folder, and nothing else. Hooks run, and what was staged stays staged.
 *
 * @returns the commit. Refused while a lock, a merge or a rebase is on, or one of the stories clashes; then nothing
 *   was changed.
 */
export async function commitStories(
  place: GitPlace,
  ids: readonly StoryId[],
  message: string
): Promise<Result<string, GitError>> {
  if (message.trim() === '') return fail({ code: 'no-message' })
  const status = await gitStatus(place)
  if (!status.ok) return status
  const old = await oldGit(place)
  if (old !== null) return fail(old)
  const { busy } = status.value.repository
  if (busy !== null) return fail({ code: 'busy', busy })

  const chosen = new Set<string>(ids)
  const entries = status.value.entries.filter(({ path }) => chosen.has(path))
  const conflicted = entries.find(({ kind }) => kind === 'conflicted')
  if (conflicted !== undefined) return fail({ code: 'conflicted', story: conflicted.path })
  if (entries.length === 0) return fail({ code: 'nothing-to-commit' })
  return commit(place, entries, message)
}

async function commit(
  { root, env, seconds = SECONDS }: GitPlace,
  entries: readonly StatusEntry[],
  message: string
): Promise<Result<string, GitError>> {
  const git = (args: readonly string[], paths: readonly string[] = []) =>
    runGit({
      folder: root,
      args,
      input: paths.map(asItIs).join('\0'),
      seconds,
      ...(env && { env })
    })
  const NAMED = ['--pathspec-from-file=-', '--pathspec-file-nul']

  // Git commits only what it knows of.
  const unknown = entries.filter(({ isTracked }) => !isTracked).map(({ path }) => path)
  const known =
    unknown.length === 0 ? null : await git(['add', '--intent-to-add', ...NAMED], unknown)
  if (known !== null && !known.ok) return known

  const paths = entries.flatMap(({ path, from }) => (from === null ? [path] : [from, path]))
  const done = await git(['commit', '--quiet', '--only', `--message=${message}`, ...NAMED], paths)
  if (!done.ok) {
    if (unknown.length > 0) await git(['reset', '--quiet', ...NAMED], unknown)
    return done
  }
  const head = await git(['rev-parse', '--verify', 'HEAD'])
  return head.ok ? ok(head.value.toString('utf8').trim()) : head
}

/** The name of a file, which git would take for a pattern. */
const asItIs = (path: string): string => `:(literal)${path}`
