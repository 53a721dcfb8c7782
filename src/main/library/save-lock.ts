import { hash } from 'node:crypto'
import { closeSync, openSync, statSync, unlinkSync } from 'node:fs'
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
  const short = hash('sha256', name, 'hex').slice(0, 16)
  // A name may be as long as the file system allows; this one must not be longer.
  const lock = join(dirname(path), `.${name.slice(0, 40)}.${short}.storydesk-lock`)
  await acquire(lock)
  try {
    return await save()
  } finally {
    release(lock)
  }
}

async function acquire(lock: string): Promise<void> {
  let seen: string | null = null
  let since = performance.now()
  for (;;) {
    if (create(lock)) return
    const holder = holderOf(lock)
    if (holder !== seen) {
      seen = holder
      since = performance.now()
    } else if (performance.now() - since > ABANDONED_MS) unlinkIfThere(lock)
    await pause(PAUSE_MS)
  }
}

function create(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx', 0o600))
    return true
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false
    throw cause
  }
}

/** What was saved is saved: a lock that cannot be removed stands for a moment and is then taken for abandoned. */
function release(lock: string): void {
  try {
    unlinkIfThere(lock)
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
  }
}

/** @returns what tells one holder from the next, or `null` if there is none any more. */
function holderOf(lock: string): string | null {
  try {
    const { ino, mtimeMs } = statSync(lock)
    return `${ino}:${mtimeMs}`
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null
    throw cause
  }
}

function unlinkIfThere(lock: string): void {
  try {
    unlinkSync(lock)
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause
  }
}
