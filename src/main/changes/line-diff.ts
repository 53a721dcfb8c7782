import type { GitError } from '#shared/library/git-error'
import { ok, type Result } from '#shared/result'
import type { GitPlace } from './git-status'
import { runGit } from './run-git'

/**
 * What became of a file since the last commit, line by line, as `git diff` says it, without its head.
 *
 * @param paths below the library: what it is called, and what it was called if that is another name.
 * @returns the empty text if git knows of no difference, as of a file that it does not know.
 */
export async function lineDiff(
  { root, ...limits }: GitPlace,
  paths: readonly string[]
): Promise<Result<string, GitError>> {
  const answer = await runGit({
    folder: root,
    args: [...DIFF, ...paths.map((path) => `:(literal)${path}`)],
    ...limits
  })
  if (!answer.ok) return answer
  const text = answer.value.toString('utf8')
  const hunk = /^@@/m.exec(text)
  return ok(hunk === null ? '' : text.slice(hunk.index))
}

// Neither a program of the repository's settings nor colours.
const DIFF = [
  'diff',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--find-renames',
  'HEAD',
  '--'
]
