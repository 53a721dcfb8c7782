import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Repository } from '#shared/library/changed-story'
import { type GitBusy, type GitError, OLDEST_GIT } from '#shared/library/git-error'
import { fail, ok, type Result } from '#shared/result'
import { runGit } from './run-git'

/** One line of `git status`, its path below the library. */
export type StatusEntry = {
  readonly kind: 'changed' | 'added' | 'deleted' | 'renamed' | 'conflicted'
  readonly path: string
  readonly from: string | null
  /** Whether git knows the file: it is in the last commit or staged. */
  readonly isTracked: boolean
  /** The object that holds the file as of the last commit; `null` if there is none, or it is no file. */
  readonly blob: string | null
}

export type GitStatus = {
  readonly repository: Repository
  readonly entries: readonly StatusEntry[]
}

/** How git is reached. */
export type GitPlace = {
  /** The library's real path. */
  readonly root: string
  readonly env?: NodeJS.ProcessEnv
  readonly seconds?: number
}

/** Asks git where the library stands, and nothing of its files. */
export async function whereItStands(place: GitPlace): Promise<Result<Repository, GitError>> {
  const status = await askGit(place, ['--untracked-files=no', '--', ':(exclude)*'])
  return status.ok ? ok(status.value.repository) : status
}

/**
 * Asks git what is not as in the last commit, below the library. Nothing is written, no remote is asked.
 */
export const gitStatus = (place: GitPlace): Promise<Result<GitStatus, GitError>> =>
  askGit(place, ['--untracked-files=all', '--renames', '--', '.'])

async function askGit(
  place: GitPlace,
  options: readonly string[]
): Promise<Result<GitStatus, GitError>> {
  const { root, ...limits } = place
  const git: Git = (...args) => runGit({ folder: root, args, ...limits })
  const [status, places] = await Promise.all([git(...STATUS, ...options), placesOf(root, git)])
  if (!status.ok) {
    const isOdd = status.error.code === 'failed'
    return fail((isOdd ? await oldGit(place) : null) ?? status.error)
  }
  if (!places.ok) return places

  const { prefix, gitFolder } = places.value
  const { headers, entries } = readStatus(status.value.toString('utf8'), prefix)
  return ok({ repository: { ...repositoryFrom(headers), busy: busyIn(gitFolder) }, entries })
}

const STATUS = ['status', '--porcelain=v2', '-z', '--branch', '--ignore-submodules=all']

type Git = (...args: readonly string[]) => Promise<Result<Buffer, GitError>>
/** How paths of the repository start that are below the library, and where git keeps what it knows. */
type Places = { readonly prefix: string; readonly gitFolder: string }

async function placesOf(root: string, git: Git): Promise<Result<Places, GitError>> {
  const usual = join(root, '.git')
  if (existsSync(join(usual, 'HEAD'))) return ok({ prefix: '', gitFolder: usual })
  const answer = await git('rev-parse', '--show-prefix', '--absolute-git-dir')
  if (!answer.ok) return answer
  // A line each; names may hold line breaks, and only the second starts at the root of a disk.
  const lines = /^(.*?)\r?\n((?:\/|[A-Za-z]:).*?)\r?\n$/s.exec(answer.value.toString('utf8'))
  return ok({ prefix: lines?.[1] ?? '', gitFolder: lines?.[2] ?? usual })
}

/** @returns `null` unless git is there and too old. */
export async function oldGit({ root, ...limits }: GitPlace): Promise<GitError | null> {
  const answer = await runGit({ folder: root, args: ['--version'], ...limits })
  const version = /\d+\.\d+(?:\.\d+)*/.exec(answer.ok ? answer.value.toString() : '')?.[0]
  if (version === undefined) return null
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldMajor = 0, oldMinor = 0] = OLDEST_GIT.split('.').map(Number)
  const isOld = major < oldMajor || (major === oldMajor && minor < oldMinor)
  return isOld ? { code: 'old-git', version } : null
}

/** A lock says that somebody is at work right now, so it comes first. */
function busyIn(gitFolder: string): GitBusy | null {
  const marks: readonly (readonly [name: string, busy: GitBusy])[] = [
    ['index.lock', 'locked'],
    ['rebase-merge', 'rebase'],
    ['rebase-apply', 'rebase'],
    ['MERGE_HEAD', 'merge'],
    ['CHERRY_PICK_HEAD', 'cherry-pick'],
    ['REVERT_HEAD', 'revert']
  ]
  return marks.find(([name]) => existsSync(join(gitFolder, name)))?.[1] ?? null
}

/** Reads `git status --porcelain=v2 -z` (see git-status(1)). */
function readStatus(answer: string, prefix: string) {
  const headers = new Map<string, string>()
  const entries: StatusEntry[] = []
  const records = answer.split('\0')
  for (let at = 0; at < records.length; at += 1) {
    const record = records[at] as string
    const header = /^# (\S+) (.*)$/s.exec(record)
    if (header !== null) headers.set(header[1] as string, header[2] as string)
    // What it was called is a record of its own.
    const from = record.startsWith('2 ') ? (records[++at] ?? null) : null
    const entry = entryOf(record, from)
    if (entry === null || !entry.path.startsWith(prefix)) continue
    // Not UTF-8: the desk cannot open such a file, and git could not be told its name.
    if (entry.path.includes(UNKNOWN_BYTE)) continue
    const below = entry.from?.startsWith(prefix) === true ? entry.from.slice(prefix.length) : null
    entries.push({ ...entry, path: entry.path.slice(prefix.length), from: below })
  }
  return { headers, entries }
}

const UNKNOWN_BYTE = '\uFFFD'
const TRACKED = /^[12] (..) .... (\d+) \d+ (\d+) ([0-9a-f]+) [0-9a-f]+ (?:[RC]\d+ )?(.+)$/s
const UNMERGED = /^u .. .... \d+ (\d+) \d+ \d+ [0-9a-f]+ ([0-9a-f]+) [0-9a-f]+ (.+)$/s

function entryOf(record: string, from: string | null): StatusEntry | null {
  if (record.startsWith('? '))
    return { kind: 'added', path: record.slice(2), from, isTracked: false, blob: null }
  const unmerged = UNMERGED.exec(record)
  if (unmerged !== null) {
    const [, mode = '', blob = '', path = ''] = unmerged
    return { kind: 'conflicted', path, from, isTracked: true, blob: isFile(mode) ? blob : null }
  }
  const [, state, mode = '', modeNow = '', blob = '', path = ''] = TRACKED.exec(record) ?? []
  if (state === undefined || (mode === MODE_OF_MODULE && modeNow === MODE_OF_MODULE)) return null
  const kind = kindOf(state, mode, modeNow)
  return { kind, path, from, isTracked: true, blob: isFile(mode) ? blob : null }
}

/** Modes are of the last commit and of the folder; `000000` where there is nothing. */
function kindOf(state: string, mode: string, modeNow: string): StatusEntry['kind'] {
  if (modeNow === NOTHING) return 'deleted'
  if (state.includes('R')) return 'renamed'
  return mode === NOTHING || state.includes('C') ? 'added' : 'changed'
}

const NOTHING = '000000'
const MODE_OF_MODULE = '160000'
const isFile = (mode: string): boolean => mode.startsWith('100')

function repositoryFrom(headers: ReadonlyMap<string, string>): Omit<Repository, 'busy'> {
  const commit = headers.get('branch.oid') ?? '(initial)'
  const branch = headers.get('branch.head') ?? '(detached)'
  const counts = /^\+(\d+) -(\d+)$/.exec(headers.get('branch.ab') ?? '')
  return {
    branch: branch === '(detached)' ? null : branch,
    commit: commit === '(initial)' ? null : commit,
    ahead: counts === null ? null : Number(counts[1]),
    behind: counts === null ? null : Number(counts[2])
  }
}
