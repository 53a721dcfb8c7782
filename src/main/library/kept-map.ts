import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import type { Log } from '../log'
import { codeOf } from './disk'
import { withSaveLock } from './save-lock'

/** What editors say among themselves about one library, kept in app data: a value for each of some names. */
export type KeptMap<K extends string, V> = {
  all(): ReadonlyMap<K, V>
  /** `null` takes it back. @returns the entries that change something. */
  set(entries: readonly (readonly [K, V | null])[]): readonly (readonly [K, V | null])[]
  /** Resolves when what is on disk is what was said. */
  idle(): Promise<void>
}

type KeptMapParts<K extends string, V> = {
  /** The library's folder in app data; `null`: keeps nothing. */
  readonly folder: string | null
  /** The file's name. */
  readonly name: string
  /** What the log calls it, e.g. `Reviews`. */
  readonly words: string
  readonly entry: z.ZodType<readonly [K, V]>
  readonly log: Log
}

/** Reads what was kept, as far as it can be read. */
export async function openKeptMap<K extends string, V>(
  parts: KeptMapParts<K, V>
): Promise<KeptMap<K, V>> {
  const { folder, name, words, log } = parts
  const path = folder === null ? null : join(folder, name)
  const known = new Map<K, V>(path === null ? [] : await load(path, parts))
  /** What was said and is not on disk yet. */
  const unwritten = new Map<K, V | null>()
  let writing: Promise<void> = Promise.resolve()
  let isWaiting = false

  async function write(to: string): Promise<void> {
    isWaiting = false // what is said from here on is written next time
    const said = new Map(unwritten)
    // Another Storydesk may have said something meanwhile. What is missing or damaged is replaced by what is known here.
    const kept = new Map<K, V>((await load(to, parts)) ?? known)
    for (const [key, value] of said) take(kept, key, value)
    const unfinished = `${to}.${randomBytes(4).toString('hex')}`
    await writeFile(unfinished, JSON.stringify([...kept]), { mode: 0o600 })
    await rename(unfinished, to)
    for (const [key, value] of said) if (unwritten.get(key) === value) unwritten.delete(key)
  }

  async function writeInTurn(to: string): Promise<void> {
    await mkdir(dirname(to), { recursive: true })
    await withSaveLock(to, () => write(to))
  }

  return {
    all: () => known,
    set(entries) {
      const real = entries.filter(([key, value]) => (known.get(key) ?? null) !== value)
      for (const [key, value] of real) {
        take(known, key, value)
        unwritten.set(key, value)
      }
      if (real.length > 0 && path !== null && !isWaiting) {
        isWaiting = true
        writing = writing
          .then(() => writeInTurn(path))
          .catch((cause) => {
            isWaiting = false
            log.error(`${words} could not be kept`, cause)
          })
      }
      return real
    },
    idle: () => writing
  }
}

function take<K, V>(map: Map<K, V>, key: K, value: V | null): void {
  if (value === null) map.delete(key)
  else map.set(key, value)
}

/** @returns `null` if nothing is kept, or nothing of it can be read: then the file is put aside, not written over. */
async function load<K extends string, V>(
  path: string,
  { entry, words, log }: KeptMapParts<K, V>
): Promise<readonly (readonly [K, V])[] | null> {
  try {
    const all = z.array(z.unknown()).parse(JSON.parse(await readFile(path, 'utf8')))
    return all.flatMap((one) => {
      const kept = entry.safeParse(one)
      return kept.success ? [kept.data] : []
    })
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null
    log.warn(`${words} could not be read`, cause)
    const logged = (reason: unknown) => log.warn(`${words} could not be put aside`, reason)
    if (codeOf(cause) === null) await rename(path, `${path}.damaged`).catch(logged)
    return null
  }
}
