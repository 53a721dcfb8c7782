import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './project'

/** A library in a temporary folder and in git, and what an outside program does to it. Paths are below the folder. */
export type LibraryFolder = {
  readonly folder: string
  read(path: string): Promise<string>
  /** Writes a file, and the folders on the way to it, as an outside program would. */
  write(path: string, text: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  delete(path: string): Promise<void>
  /**
   * What changed since the start: every removed line with `-` and every added one with `+` before it, as
   * `git diff` says it, in the order of the files.
   */
  diff(): Promise<readonly string[]>
  remove(): Promise<void>
}

const run = promisify(execFile)

/** @param files path -> text; `null` copies the stories that come with Storydesk. */
export async function createLibraryFolder(
  files: Readonly<Record<string, string>> | null
): Promise<LibraryFolder> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'storydesk-library-')))
  const at = (path: string) => join(folder, path)
  const git = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run('git', ['-C', folder, ...args], { env: plainGit() })
    return stdout
  }
  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(at(path)), { recursive: true })
    await writeFile(at(path), text)
  }

  if (files === null) await cp(join(root, 'content'), folder, { recursive: true })
  for (const [path, text] of Object.entries(files ?? {})) await write(path, text)
  await git('init', '--quiet')
  await git('add', '--all')
  await git('commit', '--quiet', '--allow-empty', '--message', 'As it was')

  return {
    folder,
    read: (path) => readFile(at(path), 'utf8'),
    write,
    rename: (from, to) => rename(at(from), at(to)),
    delete: (path) => rm(at(path)),
    async diff() {
      // A save that is under way is no change yet.
      await git('add', '--all', '--intent-to-add', '--', '.', ':(exclude)*.storydesk-*')
      const text = await git('diff', '--unified=0', '--no-color', '--no-ext-diff')
      return text.split('\n').filter((line) => /^[-+](?!--|\+\+)/.test(line))
    },
    remove: () => rm(folder, { recursive: true, force: true })
  }
}

/** Git without the settings of whoever runs the tests. */
const plainGit = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Robot',
  GIT_AUTHOR_EMAIL: 'robot@example.com',
  GIT_COMMITTER_NAME: 'Robot',
  GIT_COMMITTER_EMAIL: 'robot@example.com'
})
