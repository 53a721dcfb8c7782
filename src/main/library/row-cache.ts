import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import type { StoryId } from '#shared/story/story-id'
import type { Log } from '../log'
import { codeOf } from './disk'
import type { KnownFile } from './known-files'
import workerPath from './read-worker?modulePath'

type KnownEntry = readonly [StoryId, KnownFile]

/** The rows of one library as they were when last seen, so that opening it again reads almost nothing. */
export type RowCache = {
  /** Empty if there is none, or it is damaged, or another Storydesk read stories in another way. Never fails. */
  load(): Promise<ReadonlyMap<StoryId, KnownFile>>
  /** Failures are logged: a cache is never needed. */
  save(files: readonly KnownEntry[]): Promise<void>
}

/** Rows that are written and parsed at one go: some milliseconds. */
const CHUNK = 500

/** The name of the bundle that reads stories holds the hash of its code. */
const FORMAT = `storydesk rows 1 ${basename(workerPath)}`

/** Keeps rows in one disposable file: a line that names the format, lines of rows with their checksum, a last line. */
export function createRowCache(folder: string, log: Log): RowCache {
  const path = join(folder, 'rows')

  async function load(): Promise<ReadonlyMap<StoryId, KnownFile>> {
    const lines = (await readFile(path, 'utf8')).split('\n')
    const known = new Map<StoryId, KnownFile>()
    if (lines[0] !== FORMAT || lines.at(-1) !== END) return known
    for (const line of lines.slice(1, -1)) {
      const json = line.slice(9)
      if (line.slice(0, 9) !== `${checksum(json)} `) return new Map()
      for (const [id, file] of JSON.parse(json) as KnownEntry[]) known.set(id, file)
      await breathe()
    }
    return known
  }

  async function save(files: readonly KnownEntry[]): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
    const unfinished = `${path}.${randomBytes(4).toString('hex')}`
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.write(`${FORMAT}\n`)
      for (let at = 0; at < files.length; at += CHUNK) {
        const json = JSON.stringify(files.slice(at, at + CHUNK))
        await file.write(`${checksum(json)} ${json}\n`)
      }
      await file.write(END)
      await file.close()
      await rename(unfinished, path)
    } catch (cause) {
      await file.close()
      await rm(unfinished, { force: true })
      throw cause
    }
  }

  const logged = (cause: unknown): void => {
    if (codeOf(cause) !== 'ENOENT') log.warn('The list of stories could not be kept', cause)
  }

  return {
    load: () =>
      load().catch((cause) => {
        logged(cause)
        return new Map()
      }),
    save: (files) => save(files).catch(logged)
  }
}

const END = 'end'
const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0')
