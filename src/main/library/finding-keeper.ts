import { isDeepStrictEqual } from 'node:util'
import type { Story } from '#shared/story/story'
import type { StoryFindings } from '#shared/story/story-findings'
import type { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import type { Graded } from '../story/checks/check-file'
import type { SaidFacts } from './checked-files'
import { createFilesAround } from './files-around'
import type { FindingsAnswer, FindingsJob } from './findings-worker'
import findingsWorker from './findings-worker?modulePath'
import { createThreads, type Threads } from './threads'

/** What checks look for, and what they know of the library besides its files. */
export type Checking = { readonly rules: Graded; readonly facts: SaidFacts }

/** Knows what the checks find in the stories of an open folder, a moment after they came or changed. */
export type FindingKeeper = {
  /** Stories in which nothing was found are left out. Empty until the first look. */
  all(): readonly StoryFindings[]
  /** Stories came, changed or went. */
  hint(changes: { readonly saved: readonly Story[]; readonly removed: readonly StoryId[] }): void
  /** Settings or the site say something else: all stories are looked at again. */
  startAgain(): void
  /** Time went by, and pictures may have come or gone: looks again at the stories to which that matters. */
  lookAround(): void
  close(): Promise<void>
}

type FindingKeeperParts = {
  /** The library's folder, a real path. */
  readonly root: string
  readonly stories: () => readonly Story[]
  readonly checking: () => Checking
  readonly log: Log
  /** What is found in these stories is other than before. */
  readonly onChange: (changes: readonly StoryFindings[]) => void
}

/** An editor who types changes a story several times a second. */
const SOON_MS = 300
const BATCH = 64
/** Windows hear of what is found at least this often. */
const TELL_MS = 500
/** A thread that has had nothing to do for so long gives its memory back. */
const IDLE_MS = 10_000

export function createFindingKeeper(parts: FindingKeeperParts): FindingKeeper {
  const { root, stories, checking, log, onChange } = parts
  const known = new Map<StoryId, StoryFindings>()
  const waiting = new Set<StoryId>()
  const around = createFilesAround(root)
  let news = new Map<StoryId, StoryFindings>()
  let threads: Threads<FindingsJob, FindingsAnswer> | null = null
  let timer: NodeJS.Timeout | undefined
  let idle: NodeJS.Timeout | undefined
  let working: Promise<void> | null = null
  let closed = false

  function lookSoon(): void {
    if (closed || working !== null || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      working = work().finally(() => {
        working = null
        if (waiting.size > 0) lookSoon()
      })
    }, SOON_MS).unref()
  }

  async function work(): Promise<void> {
    clearTimeout(idle)
    let told = performance.now()
    while (waiting.size > 0 && !closed) {
      const ids = [...waiting].slice(0, BATCH)
      for (const id of ids) waiting.delete(id)
      for (const one of await look(ids)) take(one)
      if (performance.now() - told < TELL_MS) continue
      tell()
      told = performance.now()
    }
    tell()
    idle = setTimeout(() => void rest(), IDLE_MS).unref()
  }

  async function look(ids: readonly StoryId[]): Promise<readonly StoryFindings[]> {
    threads ??= createThreads({ module: findingsWorker, most: 1, log })
    const asked = threads
    const answer = await asked.ask({ root, ids, ...checking() })
    if (answer !== null) around.take(ids, answer)
    if (answer !== null || closed || asked.isBroken()) return answer?.found ?? []
    // One of them ended the thread: the reading has said so of that story, and the others have their turn.
    if (ids.length === 1) return []
    const each = await Promise.all(ids.map((id) => look([id])))
    return each.flat()
  }

  function take(one: StoryFindings): void {
    const before = known.get(one.id)?.found ?? []
    if (isDeepStrictEqual(before, one.found)) return
    if (one.found.length === 0) known.delete(one.id)
    else known.set(one.id, one)
    news.set(one.id, one)
  }

  function tell(): void {
    if (news.size === 0 || closed) return
    const changes = [...news.values()]
    news = new Map()
    onChange(changes)
  }

  async function rest(): Promise<void> {
    const resting = threads
    threads = null
    await resting?.close()
  }

  return {
    all: () => [...known.values()],
    hint({ saved, removed }) {
      for (const { id } of saved) waiting.add(id)
      for (const id of removed) {
        waiting.delete(id)
        around.forget(id)
        take({ id, found: [] })
      }
      if (waiting.size > 0 || news.size > 0) lookSoon()
    },
    startAgain() {
      for (const { id } of stories()) waiting.add(id)
      lookSoon()
    },
    lookAround() {
      for (const { id, found } of known.values()) {
        if (found.some(({ rule }) => rule === 'future-date')) waiting.add(id)
      }
      if (waiting.size > 0) lookSoon()
      void around.whoAsksAgain().then((ids) => {
        for (const id of ids) waiting.add(id)
        if (ids.length > 0) lookSoon()
      })
    },
    async close() {
      closed = true
      clearTimeout(timer)
      clearTimeout(idle)
      await rest()
      await working
    }
  }
}
