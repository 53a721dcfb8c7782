import type { DuplicateStories } from '#shared/library/duplicate-stories'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import { isSameReport, reportOf } from './duplicate-stories'
import type { ComparingJob } from './duplicates-worker'
import duplicatesWorker from './duplicates-worker?modulePath'
import { createThreads, type Threads } from './threads'

/** Knows which stories of an open folder are one report, a moment after they came or changed. */
export type DuplicateFinder = {
  /** Empty until the first look has ended. */
  pairs(): readonly DuplicateStories[]
  /** Stories came, changed or went. */
  hint(changes: { readonly saved: readonly Story[]; readonly removed: readonly StoryId[] }): void
  close(): Promise<void>
}

type DuplicateFinderParts = {
  readonly stories: () => readonly Story[]
  /** The pairs are others than before. */
  readonly onChange: () => void
  readonly log: Log
}

type Comparing = Threads<ComparingJob, readonly DuplicateStories[]>

const SOON_MS = 1000
/** Windows are answered between two batches, and to hand all over at once took a tenth of a second for 12,000. */
const BATCH = 500
/** A large library takes long to compare; most of the time must be left for everything else. */
const PAUSE_PER_LOOK = 5

export function createDuplicateFinder(parts: DuplicateFinderParts): DuplicateFinder {
  const { stories, onChange, log } = parts
  let compared: ReadonlyMap<StoryId, Story> = new Map()
  let pairs: readonly DuplicateStories[] = []
  let comparing: Comparing | null = null
  let timer: NodeJS.Timeout | undefined
  let pause = SOON_MS
  let closed = false

  function lookSoon(): void {
    if (closed || timer !== undefined) return
    timer = setTimeout(async () => {
      await look()
      timer = undefined
      if (isStale()) lookSoon()
    }, pause).unref()
  }

  async function look(): Promise<void> {
    const started = performance.now()
    const all = stories()
    compared = new Map(all.map((story) => [story.id, story]))
    const found = await compare(all)
    pause = Math.max(SOON_MS, PAUSE_PER_LOOK * (performance.now() - started))
    if (closed || found === null || JSON.stringify(found) === JSON.stringify(pairs)) return
    pairs = found
    onChange()
  }

  /** In a thread that ends with it: what it needs to compare is many times as large as the list. */
  async function compare(all: readonly Story[]): Promise<readonly DuplicateStories[] | null> {
    const threads: Comparing = createThreads({ module: duplicatesWorker, most: 1, log })
    comparing = threads
    let found: readonly DuplicateStories[] | null = []
    // What it took goes with a thread that ends.
    for (let at = 0; at < all.length && found !== null; at += BATCH) {
      found = await threads.ask(all.slice(at, at + BATCH).map(reportOf))
    }
    if (found !== null) found = await threads.ask(null)
    await threads.close()
    return found
  }

  const isNews = (story: Story): boolean => {
    const before = compared.get(story.id)
    return before === undefined || !isSameReport(before, story)
  }
  const isStale = (): boolean => {
    const all = stories()
    return all.length !== compared.size || all.some(isNews)
  }

  return {
    pairs: () => pairs,
    hint({ saved, removed }) {
      if (removed.length > 0 || saved.some(isNews)) lookSoon()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await comparing?.close()
    }
  }
}
