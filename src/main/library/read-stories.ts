import type { Problem } from '#shared/problem'
import type { Story } from '#shared/story/story'
import type { StoryId, Version } from '#shared/story/story-id'
import { readFields } from '../front-matter/read-fields'
import { storyOf } from '../story/story-of'
import { codeOf, diskReason } from './disk'
import { LARGEST_STORY, readFileAtOnce } from './read-file'
import { fingerprintOf, isFresh, pathOf, versionOf } from './story-files'

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
export function readStories(root: string, ids: readonly StoryId[]): StoryReading[] {
  return ids.map((id) => {
    try {
      return readStory(root, id)
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR') return { kind: 'missing', id }
      return unreadable(id, 'unreadable', `This file cannot be read: ${diskReason(cause)}.`)
    }
  })
}

function readStory(root: string, id: StoryId): StoryReading {
  const reading = readFileAtOnce(root, pathOf(root, id))
  if (reading === null) return { kind: 'missing', id }
  const { bytes, stats } = reading
  if (bytes === null) {
    const limit = `${LARGEST_STORY / 1024 / 1024} MB`
    return unreadable(
      id,
      'too-large',
      `This file is larger than ${limit}. Storydesk leaves it alone.`
    )
  }

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
export function unreadable(id: StoryId, code: string, message: string): StoryReading {
  const problem: Problem = { code, line: 1, column: 1, message }
  const story = storyOf(id, NO_BYTES, { kind: 'problem', problem })
  return { kind: 'story', id, story, fingerprint: '', fresh: true }
}
