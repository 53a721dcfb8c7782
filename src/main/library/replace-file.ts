import { randomBytes } from 'node:crypto'
import { type FileHandle, lstat, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fail, ok, type Result } from '#shared/result'
import type { Version } from '#shared/story/story-id'
import { codeOf, diskReason } from './disk'
import { withSaveLock } from './save-lock'
import { versionOf } from './story-files'

/** `changed`: the file no longer holds the expected version. `disk`: `message` says what stopped the write. */
export type ReplaceError = { readonly code: 'changed' | 'disk'; readonly message: string }

/** Virus scanners and indexers hold files for moments; on Windows that refuses a rename. */
const BUSY = new Set(['EPERM', 'EBUSY', 'EACCES'])
const PAUSES_MS = [10, 20, 40, 80, 160, 320, 640, 1280]

const LEFTOVER = /^\..+\.[0-9a-f]{16}\.storydesk-(new|lock)$/

/** @returns whether a file of this name belongs to a save, so that an old one is what a crash left behind. */
export const isLeftover = (name: string): boolean => LEFTOVER.test(name)

/**
 * Replaces the bytes of the file at `path`, a real path (no symlink), with all of `bytes` or not at all.
 *
 * The new version is written beside the old one, flushed, read back and compared; then the old one is hashed once
 * more, and the new one takes its place in one step. Readers see the old or the new file, never a part. The mode is
 * kept. Other Storydesks wait for their turn. A write of another program that lands between that hash and the rename,
 * some microseconds, is lost.
 *
 * Files that may not be written (`chmod a-w`) are refused, and so are files with several hard links: a rename would
 * silently make two files of one.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  expected: Version
): Promise<Result<Version, ReplaceError>> {
  const suffix = `${randomBytes(8).toString('hex')}.storydesk-new`
  // A name may be as long as the file system allows; the new one must not be longer.
  const beside = join(dirname(path), `.${basename(path).slice(0, 40)}.${suffix}`)
  try {
    const stats = await lstat(path)
    if (!stats.isFile()) return disk('it is not a file any more')
    if (stats.nlink > 1) return disk('it is one of several hard links to the same file')
    if ((stats.mode & 0o222) === 0) return disk('the file is read-only')

    const error = await withSaveLock(path, async () => {
      await writeBeside(beside, bytes, stats)
      return takePlace(beside, path, expected)
    })
    return error === null ? ok(versionOf(bytes)) : fail(error)
  } catch (cause) {
    return disk(diskReason(cause))
  } finally {
    await rm(beside, { force: true }).catch(() => {}) // gone if all went well; a full disk may refuse
  }
}

const disk = (message: string): Result<never, ReplaceError> => fail({ code: 'disk', message })

async function writeBeside(
  beside: string,
  bytes: Uint8Array,
  like: { readonly mode: number; readonly uid: number; readonly gid: number }
): Promise<void> {
  const file = await open(beside, 'wx+', 0o600)
  try {
    await file.writeFile(bytes)
    await file.chmod(like.mode & 0o7777)
    await keepOwner(file, like)
    await file.sync()
    const written = Buffer.alloc(bytes.byteLength + 1)
    const { bytesRead } = await file.read(written, 0, written.length, 0)
    if (!written.subarray(0, bytesRead).equals(bytes)) {
      throw Object.assign(new Error('Read back other bytes than written'), { code: 'EIO' })
    }
  } finally {
    await file.close()
  }
}

/** Only the superuser can give files away; for all others the new file is theirs, as with any editor. */
async function keepOwner(
  file: FileHandle,
  { uid, gid }: { readonly uid: number; readonly gid: number }
): Promise<void> {
  const own = await file.stat()
  if (own.uid === uid && own.gid === gid) return
  try {
    await file.chown(uid, gid)
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
  }
}

async function takePlace(
  beside: string,
  path: string,
  expected: Version
): Promise<ReplaceError | null> {
  for (const wait of [...PAUSES_MS, null]) {
    if (versionOf(await readFile(path)) !== expected) {
      return { code: 'changed', message: 'the file was changed meanwhile' }
    }
    try {
      await rename(beside, path)
      await flushFolder(dirname(path))
      return null
    } catch (cause) {
      if (wait === null || !BUSY.has(codeOf(cause) ?? '')) throw cause
      await pause(wait)
    }
  }
  return null
}

/** Makes the rename durable. Windows and some network drives cannot flush a folder, and need not. */
async function flushFolder(folder: string): Promise<void> {
  let handle: FileHandle | null = null
  try {
    handle = await open(folder, 'r')
    await handle.sync()
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
  } finally {
    await handle?.close()
  }
}
