import * as z from 'zod'
import { Review, type ReviewChange } from '#shared/library/review'
import { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import { openKeptMap } from './kept-map'

/** Which stories of one library are reviewed or held, kept in app data by their paths. */
export type Reviews = {
  all(): ReadonlyMap<StoryId, Review>
  /** @returns the changes that change something. */
  set(changes: readonly ReviewChange[]): readonly ReviewChange[]
  /** Resolves when what is on disk is what was said. */
  idle(): Promise<void>
}

/** Reads what was kept in `folder`, as far as it can be read. `null`: keeps nothing. */
export async function openReviews(folder: string | null, log: Log): Promise<Reviews> {
  const entry = z.tuple([StoryId, Review])
  const kept = await openKeptMap({ folder, name: 'reviews.json', words: 'Reviews', entry, log })
  return {
    all: kept.all,
    set: (changes) =>
      kept
        .set(changes.map(({ id, review }) => [id, review]))
        .map(([id, review]) => ({ id, review })),
    idle: kept.idle
  }
}
