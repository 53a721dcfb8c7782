import { createHash } from 'node:crypto'
import { type FileHandle, open, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf } from './disk'

/** A save takes milliseconds; what stands longer than this was left behind by a crash. */
const ABANDONED_MS = 700
const PAUSE_MS = 5

/**
 * Runs `save` while no other Storydesk saves the file at `path`, so that of two that look at the same version only one
 * replaces it. It is no lock against editors, and other programs do not know it.
 *
 * @throws the system's error if nothing can be created beside the file.
 */
export async function withSaveLock<T>(path: string, save: () => Promise<T>): Promise<T> {
  const name = basename(path)
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16)
  // A name may be as long as the file system allows; this one must not be longer.
  const lock = join(dirname(path), `.${name.slice(0, 40)}.${hash}.storydesk-lock`)
  await acquire(lock)
  try {
    return await save()
  } finally {
    await rm(lock, { force: true })
  }
}

async function acquire(lock: string): Promise<void> {
  let seen: string | null = null
  let since = performance.now()
  for (;;) {
    if (await create(lock)) return
    const holder = await holderOf(lock)
    if (holder !== seen) {
      seen = holder
      since = performance.now()
    } else if (performance.now() - since > ABANDONED_MS) await rm(lock, { force: true })
    await pause(PAUSE_MS)
  }
}

async function create(lock: string): Promise<boolean> {
  let file: FileHandle
  try {
    file = await open(lock, 'wx', 0o600)
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false
    throw cause
  }
  await file.close()
  return true
}

/** @returns what tells one holder from the next, or `null` if there is none any more. */
async function holderOf(lock: string): Promise<string | null> {
  try {
    const { ino, mtimeMs } = await stat(lock)
    return `${ino}:${mtimeMs}`
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null
    throw cause
  }
}
