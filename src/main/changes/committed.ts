import type { GitError } from '#shared/library/git-error'
import { fail, ok, type Result } from '#shared/result'
import type { GitPlace } from './git-status'
import { runGit } from './run-git'

/**
 * Reads a file of the last commit as git would put it into the folder, with the line endings that it has there.
 *
 * @param path below the library.
 * @returns `null` if the commit has no such file, or there is no commit.
 */
export async function committedFile(
  { root, ...limits }: GitPlace,
  path: string
): Promise<Result<Buffer | null, GitError>> {
  const answer = await runGit({
    folder: root,
    // A name may hold line breaks, which end a request for several.
    args: ['cat-file', '--filters', `HEAD:./${path}`],
    ...limits
  })
  if (answer.ok || answer.error.code !== 'failed') return answer
  return /does not exist|exists on disk|valid object name/i.test(answer.error.reason)
    ? ok(null)
    : fail(answer.error)
}
