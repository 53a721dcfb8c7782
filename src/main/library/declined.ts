import * as z from 'zod'
import { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import { openKeptMap } from './kept-map'

/** Which coverage editors said is not related to a story, kept in app data by path and address. */
export type Declined = {
  of(id: StoryId): readonly string[]
  /** @param isRelated takes it back. */
  set(id: StoryId, url: string, isRelated: boolean): void
  /** What was said of a story holds for its new name. */
  renamed(from: StoryId, to: StoryId): void
  /** Resolves when what is on disk is what was said. */
  idle(): Promise<void>
}

/** A story and an address. No path holds a tab. */
type Key = string & { readonly __brand: 'Declined' }
const Key = z.string().refine((text) => StoryId.safeParse(text.split('\t')[0]).success)

/** Reads what was kept in `folder`, as far as it can be read. `null`: keeps nothing. */
export async function openDeclined(folder: string | null, log: Log): Promise<Declined> {
  const entry = z.tuple([Key as unknown as z.ZodType<Key>, z.literal(true)])
  const words = 'What is not related'
  const kept = await openKeptMap({ folder, name: 'not-related.json', words, entry, log })
  const keyOf = (id: StoryId, url: string): Key => `${id}\t${url}` as Key
  const of = (id: StoryId): readonly string[] => {
    const start = keyOf(id, '')
    return [...kept.all().keys()].flatMap((key) =>
      key.startsWith(start) ? key.slice(start.length) : []
    )
  }
  return {
    of,
    set: (id, url, isRelated) => void kept.set([[keyOf(id, url), isRelated ? null : true]]),
    renamed(from, to) {
      for (const url of of(from)) {
        kept.set([
          [keyOf(from, url), null],
          [keyOf(to, url), true]
        ])
      }
    },
    idle: kept.idle
  }
}
