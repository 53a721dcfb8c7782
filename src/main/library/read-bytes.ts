import type { Stats } from 'node:fs'
import type { Problem } from '#shared/problem'
import type { StoryId } from '#shared/story/story-id'
import { codeOf, diskReason } from './disk'
import { LARGEST_STORY, readFileAtOnce } from './read-file'
import { pathOf } from './story-files'

/** What one look at a story's file found. */
export type BytesReading =
  /** The bytes are good until the next reading in this thread. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly stats: Stats }
  /** No file there, or something else than a file, or a link that leads out of the library. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** Reads a file of the library at `root`, a real path, blocking: for worker threads. */
export function readBytes(root: string, id: StoryId): BytesReading {
  try {
    const reading = readFileAtOnce(root, pathOf(root, id))
    if (reading === null) return { kind: 'missing' }
    const { bytes, stats } = reading
    return bytes === null
      ? { kind: 'problem', problem: TOO_LARGE }
      : { kind: 'bytes', bytes, stats }
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR') return { kind: 'missing' }
    return {
      kind: 'problem',
      problem: unreadable(`This file cannot be read: ${diskReason(cause)}.`)
    }
  }
}

/** A file of which not even the bytes are to be had. */
export const unreadable = (message: string): Problem => ({
  code: 'unreadable',
  line: 1,
  column: 1,
  message
})

const TOO_LARGE: Problem = {
  code: 'too-large',
  line: 1,
  column: 1,
  message: `This file is larger than ${LARGEST_STORY / 1024 / 1024} MB. Storydesk leaves it alone.`
}
