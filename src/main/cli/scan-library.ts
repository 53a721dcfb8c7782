import { realpath } from 'node:fs/promises'
import { explainLibraryError, explainUnreadable } from '#shared/library/library-error'
import type { StoryId } from '#shared/story/story-id'
import { createReadPool, TOO_MUCH, threadsToReadWith } from '../library/read-pool'
import { SETTINGS_FILE } from '../library/read-settings'
import { readSaid, type Said } from '../library/site'
import { createThreads, type Threads } from '../library/threads'
import { createLog } from '../log'
import type { Context } from './command'
import { readableFolder } from './readable-folder'
import { terminalText } from './terminal-text'

/** What a thread is asked: to look at these files of the library at `root`. */
export type ScanJob<Question> = {
  readonly root: string
  readonly ids: readonly StoryId[]
  readonly question: Question
}

/** What all files of a library said, and the library's own files. */
export type Scan<Answer> = {
  readonly said: Said
  /** The answers for all files, in no order. */
  readonly answers: readonly Answer[]
  /** Whether a file or a folder inside could not be read; the person has been told. */
  readonly isPartial: boolean
}

type ScanParts<Question> = {
  readonly folder: string | undefined
  /** The module of the threads, which answers `ScanJob`s. */
  readonly module: string
  readonly questionFor: (said: Said) => Question
}

/**
 * Reads every file of a library that may be a story, in threads as the desk does, and asks each of them something.
 *
 * @returns `null` if the folder cannot be read; the person has been told why.
 * @throws {WrongUse} if the folder is missing among the arguments.
 */
export async function scanLibrary<Question, Answer>(
  { folder, module, questionFor }: ScanParts<Question>,
  context: Context
): Promise<Scan<Answer> | null> {
  const named = await readableFolder(folder, context)
  if (named === null) return null
  const root = await realpath(named)
  const log = createLog(context.complain)
  const pool = createReadPool({ log })
  const most = threadsToReadWith()
  const threads = createThreads<ScanJob<Question>, readonly Answer[]>({ module, most, log })
  try {
    threads.wake(1)
    const said = await readSaid(root)
    const walked = await pool.walk(root, said.settings.stories)
    if (!walked.ok) {
      context.complain(explainLibraryError({ code: 'unreadable', folder: named }))
      return null
    }
    const ids = walked.value.files.map(({ id }) => id)
    const { answers, unread } = await askAll(threads, { root, ids, question: questionFor(said) })
    if (threads.isBroken()) return null
    const { closed } = walked.value
    for (const sentence of complaints(said, closed, unread))
      context.complain(terminalText(sentence))
    return { said, answers, isPartial: closed.length + unread.length > 0 }
  } finally {
    await Promise.all([threads.close(), pool.close()])
  }
}

const BATCH = 64

/** @returns the answers, and the files whose reading ends a thread. */
async function askAll<Question, Answer>(
  threads: Threads<ScanJob<Question>, readonly Answer[]>,
  { ids, ...rest }: ScanJob<Question>
) {
  const unread: StoryId[] = []
  async function ask(batch: readonly StoryId[]): Promise<readonly Answer[]> {
    const answers = await threads.ask({ ...rest, ids: batch })
    if (answers !== null || threads.isBroken()) return answers ?? []
    if (batch.length > 1) return (await Promise.all(batch.map((id) => ask([id])))).flat()
    unread.push(...batch)
    return []
  }
  const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) =>
    ids.slice(at * BATCH, (at + 1) * BATCH)
  )
  const answers = (await Promise.all(batches.map(ask))).flat()
  return { answers, unread }
}

function* complaints(said: Said, closed: readonly string[], unread: readonly StoryId[]) {
  for (const { line, message } of said.state.settingsProblems ?? []) {
    yield `${SETTINGS_FILE}, line ${line}: ${message}`
  }
  for (const id of unread) yield `${id}: ${TOO_MUCH}`
  if (closed.length === 0) return
  const { fact, help } = explainUnreadable(closed)
  yield `${fact} ${help}`
}
