import type { Problem } from '#shared/problem'
import type { Story } from '#shared/story/story'
import type { StoryId, Version } from '#shared/story/story-id'
import { readFields } from '../front-matter/read-fields'
import { storyOf } from '../story/story-of'
import { readBytes } from './read-bytes'
import { fingerprintOf, isFresh, versionOf } from './story-files'

/** What one look at a story's file found. */
export type StoryReading =
  | {
      readonly kind: 'story'
      readonly id: StoryId
      readonly story: Story
      readonly fingerprint: string
      readonly fresh: boolean
    }
  /** A file without front matter: not a story. */
  | {
      readonly kind: 'none'
      readonly id: StoryId
      readonly empty: boolean
      readonly version: Version
      readonly fingerprint: string
      readonly fresh: boolean
    }
  /** No file there, or something else than a file, or a link that leads out of the library. */
  | { readonly kind: 'missing'; readonly id: StoryId }

/** Not needed for a row of the list, and most of the text of a story. */
const SKIPPED = { skip: ['related', 'secured'] }
const NO_BYTES = versionOf(new Uint8Array())

/** Reads stories of the library at `root`, a real path, blocking: for worker threads. Never throws for one story. */
export const readStories = (root: string, ids: readonly StoryId[]): StoryReading[] =>
  ids.map((id) => readStory(root, id))

function readStory(root: string, id: StoryId): StoryReading {
  const reading = readBytes(root, id)
  if (reading.kind === 'missing') return { kind: 'missing', id }
  if (reading.kind === 'problem') return problemReading(id, reading.problem)

  const { bytes, stats } = reading
  const seen = { fingerprint: fingerprintOf(stats), fresh: isFresh(stats, Date.now()) }
  const version = versionOf(bytes)
  const fields = readFields(bytes, SKIPPED)
  return fields.kind === 'none'
    ? { kind: 'none', id, empty: bytes.byteLength === 0, version, ...seen }
    : { kind: 'story', id, story: storyOf(id, version, fields), ...seen }
}

/** Makes the row of a story whose bytes are known to have front matter. */
export const storyFrom = (id: StoryId, version: Version, bytes: Uint8Array): Story => {
  const fields = readFields(bytes, SKIPPED)
  return storyOf(
    id,
    version,
    fields.kind === 'none' ? { kind: 'problem', problem: fields.problem } : fields
  )
}

/** Such a file may be a story, so the editor hears of it; it is looked at again each time. */
export function problemReading(id: StoryId, problem: Problem): StoryReading {
  const story = storyOf(id, NO_BYTES, { kind: 'problem', problem })
  return { kind: 'story', id, story, fingerprint: '', fresh: true }
}
