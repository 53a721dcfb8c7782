import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { aFolder } from './a-folder'
import { cli } from './built-cli'

/** Nobody's settings but its own, and always the same answers. */
const ENV = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Editor',
  GIT_AUTHOR_EMAIL: 'editor@desk.example',
  GIT_COMMITTER_NAME: 'Editor',
  GIT_COMMITTER_EMAIL: 'editor@desk.example',
  GIT_MERGE_AUTOEDIT: 'no',
  LC_ALL: 'C'
}

/** Runs git in a folder. Does not throw if git refuses. */
export function gitIn(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...ENV }
  })
  return { code: status, stdout, stderr, said: stdout + stderr }
}

/** A git repository with these files committed, and what runs git in it and throws if git refuses. */
export async function aRepository(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = await aFolder(files)
  const git = gitOrThrow(folder.folder)
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Editor')
  git('config', 'user.email', 'editor@desk.example')
  git('config', 'core.hooksPath', '.git/hooks')
  if (Object.keys(files).length > 0) {
    git('add', '--all')
    git('commit', '--quiet', '-m', 'Start')
  }
  return { ...folder, git }
}

export const gitOrThrow =
  (folder: string) =>
  (...args: readonly string[]): string => {
    const { code, stdout, said } = gitIn(folder, ...args)
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${said}`)
    return stdout
  }

/** Sets up `storydesk merge` as the README says. */
export function useDriver(git: (...args: readonly string[]) => string): void {
  const command = `'${process.execPath}' '${cli}' merge --path=%P -- %O %A %B`
  git('config', 'merge.storydesk.driver', command)
}

/** What git leaves of the names of files beside the stories that clashed. */
export const conflictList = (story: string): string =>
  join(story, '..', `.${story.split('/').at(-1)}.conflicts.json`)
