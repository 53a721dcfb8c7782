import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { tell } from './project.mjs'

const WAIT_MS = 200
const PATIENCE_MS = 10 * 60 * 1000

/**
 * Runs `work` while no other process works on the same folder; others wait for it, up to 10 minutes.
 *
 * The mark is a file in the system's temporary folder, because the work may replace any file of the
 * project. It names its process, so one that was left behind by a crash does not hold anybody up.
 *
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Error} if the other process is still at work after 10 minutes
 */
export async function oneAtATime(folder, work) {
  const mark = markOf(folder)
  const deadline = Date.now() + PATIENCE_MS
  for (let waiting = false; !(await take(mark)); waiting = true) {
    if (!waiting) tell('Another Storydesk is setting up this folder: waiting for it')
    if (Date.now() > deadline) throw new Error(`Still waiting. If nothing runs, delete ${mark}`)
    await pause(WAIT_MS)
  }
  const release = () => rmSync(mark, { force: true })
  // Ctrl+C ends the process in the middle of the work.
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/**
 * The file that marks a folder as worked on.
 *
 * @param {string} folder
 */
export const markOf = (folder) =>
  join(tmpdir(), `storydesk-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.lock`)

/**
 * @param {string} mark
 * @returns {Promise<boolean>}
 */
async function take(mark) {
  try {
    await writeFile(mark, String(process.pid), { flag: 'wx' })
    return true
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw cause
    return (await dropIfAbandoned(mark)) && take(mark)
  }
}

/**
 * @param {string} mark
 * @returns {Promise<boolean>} whether the mark is gone
 */
async function dropIfAbandoned(mark) {
  const owner = Number(await readFile(mark, 'utf8').catch(() => ''))
  // No number yet: its owner is just writing it.
  if (owner === 0 || isRunning(owner)) return false
  const aside = `${mark}.${process.pid}`
  try {
    // Of several that find it abandoned only one can rename it, and it may be a new one by now.
    await rename(mark, aside)
    const isStill = Number(await readFile(aside, 'utf8')) === owner
    await (isStill ? rm(aside) : rename(aside, mark))
    return isStill
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause
    return false
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    // EPERM: it runs, but belongs to somebody else.
    return codeOf(cause) === 'EPERM'
  }
}

/** @param {unknown} cause */
const codeOf = (cause) => (cause instanceof Error && 'code' in cause ? cause.code : null)
