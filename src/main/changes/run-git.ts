import { type ChildProcess, spawn } from 'node:child_process'
import type { GitError } from '#shared/library/git-error'
import { fail, ok, type Result } from '#shared/result'
import { codeOf } from '../library/disk'

export type GitRun = {
  /** Where git runs. */
  readonly folder: string
  readonly args: readonly string[]
  /** Git is started at once, also where what it is to read comes later. */
  readonly input?: string | Promise<string>
  /** Takes what it prints as it comes; then the answer holds nothing. */
  readonly onOutput?: (chunk: Buffer) => void
  /** Git is ended after that; 30 seconds if it is not said. */
  readonly seconds?: number
  /** The environment; the process's own if it is not said. */
  readonly env?: NodeJS.ProcessEnv
}

const USUAL_SECONDS = 30
/** Ten thousand names are about a megabyte. */
const MOST_BYTES = 512 * 1024 * 1024

/**
 * Runs git without a shell, and without anything that asks, pages or takes part in another repository.
 *
 * @returns what it printed. What a repository's hooks do is theirs.
 */
export async function runGit({
  folder,
  args,
  input = '',
  onOutput,
  seconds = USUAL_SECONDS,
  env = process.env
}: GitRun): Promise<Result<Buffer, GitError>> {
  // In a group of its own, so that what it started ends with it.
  const git = spawn('git', args, { cwd: folder, env: quietly(env), detached: !isWindows })
  git.stdin.on('error', () => {}) // it may end without reading
  void Promise.resolve(input).then((text) => git.stdin.end(text))
  const printed = createKeeper()
  const complained = createKeeper()
  take(git.stderr, complained.keep)
  const listened = take(git.stdout, onOutput ?? printed.keep)
  const ended = await endOf(git, seconds)
  if (listened.failure !== null) throw listened.failure.cause
  if (!ended.ok) return ended
  return ended.value === 0 ? ok(printed.all()) : fail(errorFrom(complained.all().toString('utf8')))
}

const isWindows = process.platform === 'win32'

function createKeeper() {
  const chunks: Buffer[] = []
  let length = 0
  return {
    keep(chunk: Buffer): void {
      length += chunk.length
      if (length <= MOST_BYTES) chunks.push(chunk)
    },
    all: () => Buffer.concat(chunks)
  }
}

/** @returns what went wrong with the one who listens: thrown from an event, it would end the program. */
function take(stream: NodeJS.ReadableStream, listen: (chunk: Buffer) => void) {
  const listened: { failure: { readonly cause: unknown } | null } = { failure: null }
  stream.on('data', (chunk: Buffer) => {
    if (listened.failure !== null) return
    try {
      listen(chunk)
    } catch (cause) {
      listened.failure = { cause }
    }
  })
  return listened
}

const endOf = (git: ChildProcess, seconds: number) =>
  new Promise<Result<number | null, GitError>>((resolve, reject) => {
    const timer = setTimeout(() => {
      end(git)
      resolve(fail({ code: 'timeout', seconds }))
    }, seconds * 1000)
    git.on('error', (cause) => {
      clearTimeout(timer)
      if (codeOf(cause) === 'ENOENT') resolve(fail({ code: 'no-git' }))
      else if (codeOf(cause) === null) reject(cause)
      else resolve(fail({ code: 'failed', reason: `it cannot be started (${codeOf(cause)}).` }))
    })
    git.on('close', (code) => {
      clearTimeout(timer)
      resolve(ok(code))
    })
  })

/** Ends git and what it started; its pipes are let go, for something else may hold them open. */
function end(git: ChildProcess): void {
  try {
    if (git.pid !== undefined && !isWindows) process.kill(-git.pid, 'SIGTERM')
    else git.kill()
  } catch (cause) {
    if (codeOf(cause) !== 'ESRCH') throw cause
  }
  for (const pipe of [git.stdin, git.stdout, git.stderr]) pipe?.destroy()
  git.unref()
}

/** The variables by which whoever started us would send git to another repository, or make it ask. */
const LEFT_OUT =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|PREFIX|NAMESPACE|EXTERNAL_DIFF|PAGER|EDITOR|SEQUENCE_EDITOR|ASKPASS|TRACE.*)$/

const quietly = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(env).filter(([name]) => !LEFT_OUT.test(name))),
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: 'cat',
  GIT_EDITOR: 'true',
  GIT_ASKPASS: 'true',
  SSH_ASKPASS: 'true',
  GCM_INTERACTIVE: 'never',
  LANGUAGE: 'en'
})

function errorFrom(complaint: string): GitError {
  if (/not a git repository|must be run in a work tree/i.test(complaint))
    return { code: 'no-repository' }
  if (/dubious ownership/.test(complaint)) return { code: 'untrusted' }
  if (/index\.lock': File exists/.test(complaint)) return { code: 'busy', busy: 'locked' }
  if (/tell me who you are|unable to auto-detect email|empty ident name/i.test(complaint)) {
    return { code: 'no-identity' }
  }
  return { code: 'failed', reason: inOneLine(complaint) }
}

/** The last lines are what a hook, or git itself, said at the end. */
function inOneLine(complaint: string): string {
  const lines = complaint
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const text = lines.slice(-5).join(' ').slice(-500) || 'it gave no reason'
  return /[.!?]$/.test(text) ? text : `${text}.`
}
