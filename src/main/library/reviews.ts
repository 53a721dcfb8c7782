import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { Review, type ReviewChange } from '#shared/library/review'
import { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import { codeOf } from './disk'

/** Which stories of one library are reviewed or held, kept in app data by their paths. */
export type Reviews = {
  all(): ReadonlyMap<StoryId, Review>
  /** @returns the changes that change something. */
  set(changes: readonly ReviewChange[]): readonly ReviewChange[]
  /** Resolves when what is on disk is what was said. */
  idle(): Promise<void>
}

const Kept = z.array(z.tuple([StoryId, Review]))

/** Reads what was kept in `folder`; nothing if that is missing or damaged. `null`: keeps nothing. */
export async function openReviews(folder: string | null, log: Log): Promise<Reviews> {
  const path = folder === null ? null : join(folder, 'reviews.json')
  const reviews = new Map(path === null ? [] : await load(path, log))
  let writing: Promise<void> = Promise.resolve()
  let isWaiting = false

  async function write(to: string): Promise<void> {
    isWaiting = false // what is said from here on is written next time
    await mkdir(dirname(to), { recursive: true })
    const unfinished = `${to}.${randomBytes(4).toString('hex')}`
    await writeFile(unfinished, JSON.stringify([...reviews]), { mode: 0o600 })
    await rename(unfinished, to)
  }

  return {
    all: () => reviews,
    set(changes) {
      const real = changes.filter(({ id, review }) => (reviews.get(id) ?? null) !== review)
      for (const { id, review } of real) {
        if (review === null) reviews.delete(id)
        else reviews.set(id, review)
      }
      if (real.length > 0 && path !== null && !isWaiting) {
        isWaiting = true
        writing = writing
          .then(() => write(path))
          .catch((cause) => log.error('Reviews could not be kept', cause))
      }
      return real
    },
    idle: () => writing
  }
}

async function load(path: string, log: Log): Promise<z.infer<typeof Kept>> {
  try {
    return Kept.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') log.warn('Reviews could not be read', cause)
    return []
  }
}
