import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync
} from 'node:fs'
import { fail, ok, type Result } from '#shared/result'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId, Version } from '#shared/story/story-id'
import { codeOf, diskReason } from './disk'
import { isInside, pathOf, versionOf } from './story-files'

/** Larger files are listed as a problem: nobody edits them by hand, and every reading would be felt. */
export const LARGEST_STORY = 32 * 1024 * 1024

/** Should a FIFO take the file's place after the check, it must not make the reader wait. Windows has neither. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Bytes, and the `stat` of the very file that they came from. `bytes` is `null` if it is too large. */
export type FileReading = { readonly bytes: Uint8Array | null; readonly stats: Stats }

/** Where a story really stands, and what `stat` says of it. */
export type FoundStory = { readonly path: string; readonly stats: Stats }

/**
 * Looks at a path of the library at `root`, a real path, blocking. Symlinks count as the file to which they lead.
 *
 * @returns `null` if there is no file: it is gone, is something else, or a symlink leads nowhere or out of the library.
 * @throws the system's error, e.g. without permission.
 */
export function findStory(root: string, path: string): FoundStory | null {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats?.isFile()) return { path, stats }
  if (!stats?.isSymbolicLink()) return null
  try {
    const target = realpathSync(path)
    return isInside(root, target) ? findStory(root, target) : null
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ELOOP') return null
    throw cause
  }
}

/**
 * Reads a whole story, blocking. Devices, sockets and FIFOs are not opened. The bytes are good until the next call:
 * thousands of files are read one after the other, and a buffer for each costs as much as the reading.
 *
 * @returns `null` and throws as `findStory` does.
 */
export function readFileAtOnce(root: string, path: string): FileReading | null {
  const found = findStory(root, path)
  if (found === null) return null
  const file = openSync(found.path, READ)
  try {
    const stats = fstatSync(file)
    if (!stats.isFile()) return null
    if (stats.size > LARGEST_STORY) return { bytes: null, stats }
    return { bytes: readAll(file, stats.size), stats }
  } finally {
    closeSync(file)
  }
}

/** Asked for one byte more than `stat` promised, a file that gives just that many has ended. Others are read on. */
function readAll(file: number, size: number): Uint8Array {
  let bytes = bufferOf(size + 1)
  let length = 0
  for (;;) {
    const read = readSync(file, bytes, length, bytes.length - length, null)
    length += read
    if (read === 0 || length === size) return bytes.subarray(0, length)
    if (length === bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2)
  }
}

let buffer = Buffer.alloc(0)
function bufferOf(size: number): Buffer {
  if (size > MOST_KEPT) return Buffer.allocUnsafeSlow(size)
  if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(Math.min(MOST_KEPT, size * 2))
  return buffer.subarray(0, size)
}
const MOST_KEPT = 1024 * 1024

/** A story's file as it is now: where it really stands (symlinks followed) and what it holds. */
export type OpenedStory = {
  readonly path: string
  readonly bytes: Uint8Array
  readonly version: Version
  /** What `stat` said after the reading. */
  readonly stats: Stats
}

/** Reads the story `id` of the library at `root`, a real path, without leaving the library. Blocks: for threads. */
export function openStory(root: string, id: StoryId): Result<OpenedStory, StoryError> {
  const refuse = (reason: string) => fail({ code: 'disk', id, reason } as const)
  try {
    const path = realpathSync.native(pathOf(root, id))
    if (!isInside(root, path)) return refuse('it is a link that leads out of the library')

    const found = statSync(path)
    if (!found.isFile()) return refuse('it is not a file')
    if (found.size > LARGEST_STORY) return refuse('the file is too large')
    const file = openSync(path, READ)
    try {
      const bytes = readFileSync(file)
      return ok({ path, bytes, version: versionOf(bytes), stats: fstatSync(file) })
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    return codeOf(cause) === 'ENOENT' ? fail({ code: 'not-found', id }) : refuse(diskReason(cause))
  }
}
