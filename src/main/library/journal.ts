import { randomBytes } from 'node:crypto'
import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  emptyHistory,
  type History,
  type HistoryAction,
  reduceHistory,
  type Step
} from '#shared/library/history'
import type { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import { codeOf } from './disk'

/** Remembers what editors did across restarts: what happened is appended, one line each, as it happens. */
export type Journal = {
  /** What was done and undone before. Empty if there is no journal. Never fails. */
  load(): Promise<History>
  /** @param before the history to which the action applies. Failures are logged. */
  append(before: History, action: HistoryAction): void
  /** Resolves when all that was appended is written. */
  idle(): Promise<void>
}

const FORMAT = 'storydesk journal 1'

/** An action as it is written: steps that are already in the history are named by their place in it. */
type Line =
  | { readonly kind: 'did'; readonly step: Step }
  | { readonly kind: 'undid'; readonly at: number; readonly redo: Step | null }
  | { readonly kind: 'redid'; readonly at: number; readonly undo: Step | null }
  | { readonly kind: 'renamed'; readonly from: StoryId; readonly to: StoryId }

export function createJournal(folder: string, log: Log): Journal {
  const path = join(folder, 'journal')
  let writing: Promise<void> = Promise.resolve()

  const logged = (cause: unknown): void => log.warn('What was done could not be noted', cause)

  async function load(): Promise<History> {
    const [format, state, ...lines] = (await readFile(path, 'utf8')).split('\n')
    if (format !== FORMAT || state === undefined) return emptyHistory
    return lines.reduce(replay, JSON.parse(state) as History)
  }

  /** Starts over with what is worth remembering, so that the file does not grow for ever. */
  async function write(history: History): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
    const unfinished = `${path}.${randomBytes(4).toString('hex')}`
    await writeFile(unfinished, `${FORMAT}\n${JSON.stringify(history)}\n`, { mode: 0o600 })
    await rename(unfinished, path)
  }

  return {
    async load() {
      const history = await load().catch((cause) => {
        if (codeOf(cause) !== 'ENOENT') logged(cause)
        return emptyHistory
      })
      writing = write(history).catch(logged)
      return history
    },
    append(before, action) {
      const line = `${JSON.stringify(toLine(before, action))}\n`
      writing = writing.then(() => appendFile(path, line, { mode: 0o600 })).catch(logged)
    },
    idle: () => writing
  }
}

function toLine({ past, future }: History, action: HistoryAction): Line {
  if (action.kind === 'undid') {
    return { kind: 'undid', at: past.indexOf(action.step), redo: action.redo }
  }
  if (action.kind === 'redid') {
    return { kind: 'redid', at: future.indexOf(action.step), undo: action.undo }
  }
  return action
}

/** A line that a crash tore, or that does not fit, is passed over. */
function replay(history: History, text: string): History {
  let line: Line
  try {
    line = JSON.parse(text) as Line
  } catch {
    return history
  }
  if (line.kind === 'did' || line.kind === 'renamed') return reduceHistory(history, line)
  const step = (line.kind === 'undid' ? history.past : history.future)[line.at]
  return step === undefined ? history : reduceHistory(history, { ...line, step })
}
