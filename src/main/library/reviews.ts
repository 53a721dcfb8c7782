import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { Review, type ReviewChange } from '#shared/library/review'
import { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import { codeOf } from './disk'
import { withSaveLock } from './save-lock'

/** Which stories of one library are reviewed or held, kept in app data by their paths. */
export type Reviews = {
  all(): ReadonlyMap<StoryId, Review>
  /** @returns the changes that change something. */
  set(changes: readonly ReviewChange[]): readonly ReviewChange[]
  /** Resolves when what is on disk is what was said. */
  idle(): Promise<void>
}

const Kept = z.tuple([StoryId, Review])

/** Reads what was kept in `folder`, as far as it can be read. `null`: keeps nothing. */
export async function openReviews(folder: string | null, log: Log): Promise<Reviews> {
  const path = folder === null ? null : join(folder, 'reviews.json')
  const reviews = new Map(path === null ? [] : await load(path, log))
  /** What was said and is not on disk yet. */
  const unwritten = new Map<StoryId, Review | null>()
  let writing: Promise<void> = Promise.resolve()
  let isWaiting = false

  async function write(to: string): Promise<void> {
    isWaiting = false // what is said from here on is written next time
    const said = new Map(unwritten)
    // Another Storydesk may have said something meanwhile. What is missing or damaged is replaced by what is known here.
    const kept = new Map((await load(to, log)) ?? reviews)
    for (const [id, review] of said) take(kept, id, review)
    const unfinished = `${to}.${randomBytes(4).toString('hex')}`
    await writeFile(unfinished, JSON.stringify([...kept]), { mode: 0o600 })
    await rename(unfinished, to)
    for (const [id, review] of said) if (unwritten.get(id) === review) unwritten.delete(id)
  }

  async function writeInTurn(to: string): Promise<void> {
    await mkdir(dirname(to), { recursive: true })
    await withSaveLock(to, () => write(to))
  }

  return {
    all: () => reviews,
    set(changes) {
      const real = changes.filter(({ id, review }) => (reviews.get(id) ?? null) !== review)
      for (const { id, review } of real) {
        take(reviews, id, review)
        unwritten.set(id, review)
      }
      if (real.length > 0 && path !== null && !isWaiting) {
        isWaiting = true
        writing = writing
          .then(() => writeInTurn(path))
          .catch((cause) => {
            isWaiting = false
            log.error('Reviews could not be kept', cause)
          })
      }
      return real
    },
    idle: () => writing
  }
}

function take(reviews: Map<StoryId, Review>, id: StoryId, review: Review | null): void {
  if (review === null) reviews.delete(id)
  else reviews.set(id, review)
}

/** @returns `null` if nothing is kept, or nothing of it can be read: then the file is put aside, not written over. */
async function load(path: string, log: Log): Promise<readonly z.infer<typeof Kept>[] | null> {
  try {
    const all = z.array(z.unknown()).parse(JSON.parse(await readFile(path, 'utf8')))
    return all.flatMap((entry) => {
      const kept = Kept.safeParse(entry)
      return kept.success ? [kept.data] : []
    })
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null
    log.warn('Reviews could not be read', cause)
    const logged = (reason: unknown) => log.warn('Reviews could not be put aside', reason)
    if (codeOf(cause) === null) await rename(path, `${path}.damaged`).catch(logged)
    return null
  }
}
