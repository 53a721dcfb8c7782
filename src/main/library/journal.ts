import { hash, randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import {
  emptyHistory,
  type History,
  type HistoryAction,
  reduceHistory,
  type Step
} from '#shared/library/history'
import type { StoryChange } from '#shared/story/story-change'
import { StoryId, Version } from '#shared/story/story-id'
import type { Log } from '../log'
import { codeOf } from './disk'
import { withSaveLock } from './save-lock'

/** Remembers what editors did across restarts: what happened is appended, one line each, as it happens. */
export type Journal = {
  /** What was done and undone before. Empty if there is no journal. Never fails. */
  load(): Promise<History>
  /** Failures are logged. */
  append(action: HistoryAction): void
  /** Resolves when all that was appended is written. */
  idle(): Promise<void>
}

const FORMAT = 'storydesk journal 2'

/** Written here and never by others, so its kind is enough to tell that it is one. */
const Change = z.custom<StoryChange>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value
)
const Edit = z.object({ start: z.int().min(0), end: z.int().min(0), insert: z.string() })
const KeptStep = z.object({
  label: z.string(),
  fold: z.string().nullable(),
  stories: z.array(
    z.object({
      id: StoryId,
      before: Version,
      after: Version,
      exact: z.array(z.array(Edit)).nullable(),
      inverse: z.array(Change),
      forward: z.array(Change)
    })
  )
})
const KeptHistory = z.object({ past: z.array(KeptStep), future: z.array(KeptStep) })

/**
 * An action as it is written. Steps that are already in the history are named by what they did: their place in it is
 * another one when several Storydesks append to one journal.
 */
const Line = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['did', 'went-on']), step: KeptStep }),
  z.object({ kind: z.literal('undid'), step: z.string(), redo: KeptStep.nullable() }),
  z.object({ kind: z.literal('redid'), step: z.string(), undo: KeptStep.nullable() }),
  z.object({ kind: z.literal('renamed'), from: StoryId, to: StoryId })
])
type Line = z.infer<typeof Line>

export function createJournal(folder: string, log: Log): Journal {
  const path = join(folder, 'journal')
  let writing: Promise<void> = Promise.resolve()

  const logged = (cause: unknown): void => log.warn('What was done could not be noted', cause)

  const inTurn = (work: () => Promise<void>): Promise<void> => withSaveLock(path, work)

  /** Starts over with what is worth remembering, so that the file does not grow for ever. */
  async function write(history: History, read: number): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
    await inTurn(async () => {
      const { size } = await stat(path).catch(() => ({ size: 0 }))
      if (size !== read) return // another Storydesk goes on with it
      const unfinished = `${path}.${randomBytes(4).toString('hex')}`
      await writeFile(unfinished, `${FORMAT}\n${JSON.stringify(history)}\n`, { mode: 0o600 })
      await rename(unfinished, path)
    })
  }

  return {
    async load() {
      try {
        const bytes = await readFile(path).catch(nothingThere)
        const history = historyIn(bytes.toString('utf8'))
        writing = write(history, bytes.byteLength).catch(logged)
        return history
      } catch (cause) {
        logged(cause)
        return emptyHistory
      }
    },
    append(action) {
      const line = `${JSON.stringify(toLine(action))}\n`
      // At once: a line is written in less time than it takes to ask another thread for it.
      const append = async () => appendFileSync(path, line, { mode: 0o600 })
      writing = writing.then(() => inTurn(append)).catch(logged)
    },
    idle: () => writing
  }
}

/** @throws anything but that the file is not there. */
function nothingThere(cause: unknown): Buffer {
  if (codeOf(cause) !== 'ENOENT') throw cause
  return Buffer.alloc(0)
}

/** @returns what can be read of it: every step stands for itself. */
function historyIn(text: string): History {
  const [format, state = '', ...lines] = text.split('\n')
  if (format !== FORMAT) return emptyHistory
  const kept = KeptHistory.safeParse(jsonIn(state))
  return lines.reduce(replay, kept.success ? kept.data : emptyHistory)
}

function toLine(action: HistoryAction): Line {
  if (action.kind === 'undid' || action.kind === 'redid') {
    return { ...action, step: nameOf(action.step) } as Line
  }
  return action as Line
}

/** What a step did to which stories tells it from all others. */
function nameOf({ label, stories }: Step): string {
  const did = stories.map(({ id, before, after }) => [id, before, after])
  return hash('sha256', JSON.stringify([label, did]), 'hex').slice(0, 32)
}

/** A line that a crash tore, or that does not fit, is passed over. */
function replay(history: History, text: string): History {
  const parsed = Line.safeParse(jsonIn(text))
  if (!parsed.success) return history
  const line = parsed.data
  if (line.kind !== 'undid' && line.kind !== 'redid') return reduceHistory(history, line)
  const steps = line.kind === 'undid' ? history.past : history.future
  const step = steps.findLast((one) => nameOf(one) === line.step)
  return step === undefined ? history : reduceHistory(history, { ...line, step })
}

/** @returns `null` for what is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
