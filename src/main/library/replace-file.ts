import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { fail, ok, type Result } from '#shared/result'
import type { Version } from '#shared/story/story-id'
import { codeOf, diskReason } from './disk'
import { withSaveLock } from './save-lock'
import { versionOf } from './story-files'

/** `changed`: the file no longer holds the expected version, or is gone. `disk`: `message` says what stopped the write. */
export type ReplaceError = { readonly code: 'changed' | 'disk'; readonly message: string }

/** Virus scanners and indexers hold files for moments; on Windows that refuses a rename. */
const BUSY = new Set(['EPERM', 'EBUSY', 'EACCES'])
const PAUSES_MS = [10, 20, 40, 80, 160, 320, 640, 1280]

const LEFTOVER = /^\..+\.[0-9a-f]{16}\.storydesk-(new|lock)$/

/** @returns whether a file of this name belongs to a save, so that an old one is what a crash left behind. */
export const isLeftover = (name: string): boolean => LEFTOVER.test(name)

/** @returns a path in the same folder for a new version of the file at `path`, hidden, and known by `isLeftover`. */
export function pathBeside(path: string): string {
  const suffix = `${randomBytes(8).toString('hex')}.storydesk-new`
  // A name may be as long as the file system allows; the new one must not be longer.
  return join(dirname(path), `.${basename(path).slice(0, 40)}.${suffix}`)
}

/**
 * Replaces the bytes of the file at `path`, a real path (no symlink), with all of `bytes` or not at all.
 *
 * The new version is written beside the old one, flushed, read back and compared; then the old one is hashed once
 * more, and the new one takes its place in one step. Readers see the old or the new file, never a part. The mode is
 * kept. Other Storydesks wait for their turn. A write of another program that lands between that hash and the rename,
 * some microseconds, is lost.
 *
 * Files that may not be written, or stand in a folder that may not (`chmod a-w`), are refused, and so are files with
 * several hard links: a rename would silently make two files of one.
 *
 * It waits only for the disk and while another program holds the file; all else blocks: call it in a thread of its own.
 *
 * @param meanwhile done while the disk flushes the new version, and before that takes its place.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  expected: Version,
  meanwhile: () => void = () => {}
): Promise<Result<Version, ReplaceError>> {
  const beside = pathBeside(path)
  try {
    const stats = lstatSync(path)
    if (!stats.isFile()) return disk('it is not a file any more')
    if (stats.nlink > 1) return disk('it is one of several hard links to the same file')
    if (isReadOnly(stats)) return disk('the file is read-only')
    if (isReadOnly(statSync(dirname(path)))) return disk('its folder is read-only')

    const error = await withSaveLock(path, async () => {
      await writeBeside(beside, bytes, stats, meanwhile)
      return takePlace(beside, path, expected)
    })
    return error === null ? ok(versionOf(bytes)) : fail(error)
  } catch (cause) {
    const message = diskReason(cause)
    return codeOf(cause) === 'ENOENT' ? fail({ code: 'changed', message }) : disk(message)
  }
}

const disk = (message: string): Result<never, ReplaceError> => fail({ code: 'disk', message })

/** By the mode that everybody sees: the superuser, whom no mode stops, must not write there by mistake either. */
const isReadOnly = ({ mode }: Stats): boolean =>
  process.platform !== 'win32' && (mode & 0o222) === 0

/** Leaves nothing behind if it fails. */
async function writeBeside(
  beside: string,
  bytes: Uint8Array,
  like: Stats,
  meanwhile: () => void
): Promise<void> {
  const file = openSync(beside, 'wx+', 0o600)
  try {
    writeFileSync(file, bytes)
    fchmodSync(file, like.mode & 0o7777)
    keepOwner(file, like)
    await flush(file, meanwhile)
    const written = Buffer.allocUnsafe(bytes.byteLength + 1)
    const length = readSync(file, written, 0, written.length, 0)
    if (!written.subarray(0, length).equals(bytes)) {
      throw Object.assign(new Error('Read back other bytes than written'), { code: 'EIO' })
    }
  } catch (cause) {
    removeQuietly(beside)
    throw cause
  } finally {
    closeSync(file)
  }
}

const flushed = promisify(fsync)

/** The file must stay open until the disk is done with it, also when `meanwhile` fails. */
async function flush(file: number, meanwhile: () => void): Promise<void> {
  const done = flushed(file)
  try {
    meanwhile()
  } finally {
    await done
  }
}

/** Only the superuser can give files away; for all others the new file is theirs, as with any editor. */
function keepOwner(file: number, { uid, gid }: Stats): void {
  const own = fstatSync(file)
  if (own.uid === uid && own.gid === gid) return
  try {
    fchownSync(file, uid, gid)
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
  }
}

/** What was written beside is gone afterwards, whatever comes of it. */
async function takePlace(
  beside: string,
  path: string,
  expected: Version
): Promise<ReplaceError | null> {
  for (const wait of [...PAUSES_MS, null]) {
    try {
      if (versionOf(readFileSync(path)) !== expected) {
        removeQuietly(beside)
        return { code: 'changed', message: 'the file was changed meanwhile' }
      }
      renameSync(beside, path)
      break
    } catch (cause) {
      if (wait === null || !BUSY.has(codeOf(cause) ?? '')) {
        removeQuietly(beside)
        throw cause
      }
      await pause(wait)
    }
  }
  flushSoon(dirname(path))
  return null
}

/** A full disk may refuse even that; what stays is found and removed later. */
function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
  }
}

/** Folders in which something was renamed since they were flushed. */
const unflushed = new Set<string>()
const FLUSH_MS = 20

/**
 * Makes renames durable soon: nobody waits for it, and of many saves a few flushes do. Until then a power cut, and
 * nothing else, can bring the old version back, whole.
 */
function flushSoon(folder: string): void {
  if (unflushed.size === 0) setTimeout(flushAll, FLUSH_MS)
  unflushed.add(folder)
}

/** Blocks, so that a thread that is ended holds no folder open. */
function flushAll(): void {
  const folders = [...unflushed]
  unflushed.clear()
  for (const folder of folders) flushFolder(folder)
}

/** Windows and some network drives cannot flush a folder, and need not. */
function flushFolder(folder: string): void {
  let handle: number | null = null
  try {
    handle = openSync(folder, 'r')
    fsyncSync(handle)
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
  } finally {
    if (handle !== null) closeSync(handle)
  }
}
