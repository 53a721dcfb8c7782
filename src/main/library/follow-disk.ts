import type { StoryId, Version } from '#shared/story/story-id'
import type { KnownFile, KnownFiles } from './known-files'
import type { ReadPool } from './read-pool'
import type { StoryReading } from './read-stories'

/** Finds out what other programs did. */
export type DiskFollower = {
  /** Something may have happened to these. Cheap; call it as often as hints come. */
  hint(ids: Iterable<StoryId>): void
  /** Looks at everything that was hinted at without waiting for quiet. Resolves when it is settled, or after 10 s. */
  settle(): Promise<void>
  close(): void
}

type DiskFollowerParts = {
  readonly root: string
  readonly pool: ReadPool
  readonly known: Pick<KnownFiles, 'get' | 'has'>
  /** Whether the library is still there: if not, missing files say nothing. */
  readonly isThere: () => Promise<boolean>
  /** Whether Storydesk is writing this story at the moment. */
  readonly isBusy: (id: StoryId) => boolean
  /** What is on disk now, settled. */
  readonly onFound: (readings: readonly StoryReading[]) => void
  readonly now: () => number
}

/** A burst is over when nothing was hinted at for this long. */
const QUIET_MS = 50
/** A few stories are shown at once even if the hints do not end; thousands wait to be one update. */
const LONGEST_MS = { few: 200, many: 2500 }
const FEW = 50
/** A writer that is not done yet shows within this time. */
const SECOND_LOOK_MS = 40
/** How long an empty or torn file may stay so before it counts, and how long a story may be gone. */
const PATIENCE_MS = { unfinished: 2000, missing: 600 }
const DOUBT_MS = 150
/** A program that never stops writing must not keep a caller waiting. */
const LONGEST_SETTLE_MS = 10_000
const BATCH = 250

/**
 * Turns hints into facts: waits until a burst is over, reads, looks again whether anything moved meanwhile, and gives
 * half-written and missing files some time. Nothing else decides what other programs did to a story.
 */
export function createDiskFollower(parts: DiskFollowerParts): DiskFollower {
  const { root, pool, known, isThere, isBusy, onFound, now } = parts
  let hinted = new Set<StoryId>()
  let firstHint = 0
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | null = null
  let closed = false
  const doubtfulSince = new Map<StoryId, number>()

  function hint(ids: Iterable<StoryId>): void {
    if (hinted.size === 0) firstHint = now()
    for (const id of ids) hinted.add(id)
    if (hinted.size > 0 && looking === null) wait(QUIET_MS)
  }

  function wait(quiet: number): void {
    if (closed) return
    clearTimeout(timer)
    const longest = hinted.size <= FEW ? LONGEST_MS.few : LONGEST_MS.many
    const left = firstHint + longest - now()
    timer = setTimeout(() => void look(), Math.max(0, Math.min(quiet, left))).unref()
  }

  function look(): Promise<void> {
    clearTimeout(timer)
    looking ??= lookAtHinted().finally(() => {
      looking = null
      if (hinted.size > 0) wait(QUIET_MS)
    })
    return looking
  }

  async function lookAtHinted(): Promise<void> {
    // What comes now may be a story that is missing, under a new name.
    const ids = [...new Set([...hinted, ...doubtfulSince.keys()])]
    hinted = new Set()
    const before = new Map(ids.map((id) => [id, known.get(id)]))
    const readings = await readTwice(ids)
    const libraryIsThere = readings.every(({ kind }) => kind !== 'missing') || (await isThere())
    if (closed) return
    if (!libraryIsThere) doubtfulSince.clear()

    const again: StoryId[] = []
    const settled = readings.filter((reading) => {
      const { id } = reading
      if (reading.kind === 'missing' && !libraryIsThere) return false
      // A save of our own came in between: what was read may be older than that.
      const sure = known.get(id) === before.get(id) && !isBusy(id)
      if (!sure) again.push(id)
      return sure
    })
    const believed = settled.filter((reading) => isBelieved(reading, arrivedVersions(settled)))
    if (believed.length > 0) onFound(believed)
    hint(again)
  }

  /** Reads, waits a moment, and leaves out what moved meanwhile: that is looked at again. */
  async function readTwice(ids: readonly StoryId[]): Promise<readonly StoryReading[]> {
    const batches = batchesOf(ids)
    const readings = (await Promise.all(batches.map((batch) => pool.read(root, batch)))).flat()
    await new Promise((done) => setTimeout(done, SECOND_LOOK_MS))
    const seen = (await Promise.all(batches.map((batch) => pool.look(root, batch)))).flat()
    return readings.filter((reading, at) => {
      const fingerprint = reading.kind === 'missing' ? null : reading.fingerprint
      const same = fingerprint === '' || fingerprint === seen[at]
      if (!same && !closed) hint([reading.id])
      return same
    })
  }

  /** The versions of stories that were not known before: one of them may be a missing story under a new name. */
  const arrivedVersions = (readings: readonly StoryReading[]): ReadonlySet<Version> =>
    new Set(
      readings.flatMap((reading) =>
        reading.kind === 'story' && !known.has(reading.id) ? [reading.story.version] : []
      )
    )

  function isBelieved(reading: StoryReading, arrived: ReadonlySet<Version>): boolean {
    const { id } = reading
    const patience = patienceFor(reading, known.get(id), arrived)
    const since = doubtfulSince.get(id) ?? now()
    if (patience === 0 || now() - since >= patience) {
      doubtfulSince.delete(id)
      return true
    }
    doubtfulSince.set(id, since)
    setTimeout(() => closed || hint([id]), DOUBT_MS).unref()
    return false
  }

  return {
    hint,
    async settle() {
      const deadline = now() + LONGEST_SETTLE_MS
      while (
        !closed &&
        now() < deadline &&
        (hinted.size > 0 || looking !== null || doubtfulSince.size > 0)
      ) {
        if (hinted.size > 0 || looking !== null) await look()
        else await new Promise((done) => setTimeout(done, DOUBT_MS))
      }
    },
    close() {
      closed = true
      clearTimeout(timer)
    }
  }
}

/** @returns milliseconds for which a reading is not taken for the truth yet. */
function patienceFor(
  reading: StoryReading,
  known: KnownFile | undefined,
  arrived: ReadonlySet<Version>
): number {
  const story = known?.story ?? null
  switch (reading.kind) {
    case 'missing':
      return story === null || arrived.has(story.version) ? 0 : PATIENCE_MS.missing
    case 'none':
      return story !== null || reading.empty ? PATIENCE_MS.unfinished : 0
    case 'story': {
      const torn = reading.story.problem?.code === 'unterminated'
      return torn && story?.problem?.code !== 'unterminated' ? PATIENCE_MS.unfinished : 0
    }
  }
}

function batchesOf(ids: readonly StoryId[]): readonly (readonly StoryId[])[] {
  const batches: StoryId[][] = []
  for (let at = 0; at < ids.length; at += BATCH) batches.push(ids.slice(at, at + BATCH))
  return batches
}
