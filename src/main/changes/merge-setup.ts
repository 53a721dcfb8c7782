import { existsSync } from 'node:fs'
import { appendFile, lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GitError } from '#shared/library/git-error'
import type { MergeSetup } from '#shared/library/merge-setup'
import { fail, ok, type Result } from '#shared/result'
import type { StoryId } from '#shared/story/story-id'
import { codeOf, diskReason } from '../library/disk'
import type { GitPlace } from './git-status'
import { runGit } from './run-git'

/** Says what tells git to merge the stories of a library by field, and which of it is done. */
export async function mergeSetup(
  place: GitPlace,
  stories: readonly StoryId[]
): Promise<Result<MergeSetup, GitError>> {
  if (isPacked()) return refused('the installed app is nothing that git can call')
  const config = await driverIn(place)
  if (!config.ok) return config
  const patterns = attributePatterns(stories)
  const attributes = await attributesIn(place.root)
  const missing = patterns.filter((pattern) => !attributes.includes(pattern))
  const added = (missing.length === 0 ? patterns : missing).join('\\n')
  return ok({
    lines: [
      `git config merge.storydesk.driver ${inQuotes(driver())}`,
      `printf ${inQuotes(`${added}\\n`)} >> .gitattributes`
    ],
    isConfigured: config.value,
    isAttributed: missing.length === 0
  })
}

/** Does what `mergeSetup` says is left. */
export async function setUpMerge(
  place: GitPlace,
  stories: readonly StoryId[]
): Promise<Result<null, GitError>> {
  const { root, ...limits } = place
  if (isPacked()) return refused('the installed app is nothing that git can call')
  const args = ['config', 'merge.storydesk.driver', driver()]
  const set = await runGit({ folder: root, args, ...limits })
  if (!set.ok) return set
  try {
    const there = await attributesIn(root)
    const missing = attributePatterns(stories).filter((pattern) => !there.includes(pattern))
    if (missing.length === 0) return ok(null)
    const path = join(root, ATTRIBUTES)
    const stats = await lstat(path).catch(() => null)
    if (stats !== null && !stats.isFile()) return refused('.gitattributes is no file')
    const isOpen =
      stats !== null && !(await readFile(path, 'utf8')).endsWith('\n') && stats.size > 0
    await appendFile(path, `${isOpen ? '\n' : ''}${missing.join('\n')}\n`)
    return ok(null)
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
    return refused(`.gitattributes cannot be written: ${diskReason(cause)}`)
  }
}

const ATTRIBUTES = '.gitattributes'

const refused = (reason: string) => fail({ code: 'failed', reason: `${reason}.` } as const)

async function driverIn({ root, ...limits }: GitPlace): Promise<Result<boolean, GitError>> {
  const top = await runGit({ folder: root, args: ['rev-parse', '--git-dir'], ...limits })
  if (!top.ok) return top
  const args = ['config', '--get', 'merge.storydesk.driver']
  const found = await runGit({ folder: root, args, ...limits })
  return ok(found.ok && found.value.length > 1) // it ends with 1 where there is none
}

async function attributesIn(root: string): Promise<readonly string[]> {
  const text = await readFile(join(root, ATTRIBUTES), 'utf8').catch((cause) => {
    if (codeOf(cause) === null) throw cause
    return ''
  })
  return text.split('\n').map((line) => line.trim())
}

/** The folders that hold stories, each with the endings that they have there: other files merge as they did. */
function attributePatterns(stories: readonly StoryId[]): readonly string[] {
  const patterns = new Set<string>()
  for (const id of stories) {
    const ending = id.slice(id.lastIndexOf('.'))
    const slash = id.indexOf('/')
    const pattern = slash === -1 ? `/*${ending}` : `/${id.slice(0, slash)}/**/*${ending}`
    patterns.add(`${/[\s"\\]/.test(pattern) ? JSON.stringify(pattern) : pattern} merge=storydesk`)
  }
  return [...(patterns.size === 0 ? ['/_news/**/*.md merge=storydesk'] : patterns)].sort()
}

/** Git gives it to a shell. In a window's own program, node is asked for by name. */
function driver(): string {
  const node = process.versions.electron === undefined ? '' : 'ELECTRON_RUN_AS_NODE=1 '
  return `${node}${inQuotes(process.execPath)} ${inQuotes(cliPath())} merge --path=%P -- %O %A %B`
}

/** Modules that several entries share are built into a folder below theirs. */
function cliPath(): string {
  const here = join(import.meta.dirname, 'cli.js')
  const above = join(import.meta.dirname, '..', 'cli.js')
  return existsSync(above) ? above : here
}

/** Nothing but the app itself can read its archive, and it does not run as Node. */
const isPacked = (): boolean => import.meta.dirname.includes('.asar')

const inQuotes = (text: string): string =>
  /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
