import { appendFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import type { KeptVersion } from '#shared/library/kept-version'
import { type StoryId, Version } from '#shared/story/story-id'
import type { Log } from '../log'
import { codeOf } from './disk'
import { versionOf } from './story-files'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** Keeps every version of a story that Storydesk replaces, compressed, each once. */
export type LocalHistory = {
  /** Call it before the version is replaced. Failures are logged: they must not keep an editor from working. */
  keep(id: StoryId, version: Version, bytes: Uint8Array): Promise<void>
  /** Newest first. */
  list(id: StoryId): Promise<readonly KeptVersion[]>
  /** @returns `null` if that version is not kept, or damaged. */
  read(version: Version): Promise<Uint8Array | null>
  /** The versions of a story that got another name stay its versions. */
  renamed(from: StoryId, to: StoryId): Promise<void>
  /** Forgets what is too old, then the oldest until the rest is small enough. */
  prune(limits: KeepLimits): Promise<void>
  /** Resolves when all that was asked for is written. */
  idle(): Promise<void>
}

/** `bytes` counts what is on disk, compressed. */
export type KeepLimits = { readonly days: number; readonly bytes: number }
export const usualLimits: KeepLimits = { days: 90, bytes: 500 * 1024 * 1024 }

const DAY_MS = 24 * 60 * 60 * 1000

type Note = { readonly id: StoryId; readonly version: Version; readonly at: number }
type Line = Note | { readonly from: StoryId; readonly to: StoryId }

export function createLocalHistory(folder: string, log: Log, now: () => number): LocalHistory {
  const versions = join(folder, 'versions')
  const notes = join(folder, 'versions.log')
  const pathOf = (version: Version) => join(versions, version.slice(0, 2), version)
  let writing: Promise<unknown> = Promise.resolve()

  function oneAfterTheOther(work: () => Promise<void>): Promise<void> {
    const done = writing.then(work).catch((cause) => {
      if (codeOf(cause) === null) throw cause
      log.error('A version could not be kept', cause)
    })
    writing = done.catch(() => {})
    return done
  }

  async function store(version: Version, bytes: Uint8Array): Promise<void> {
    const path = pathOf(version)
    if ((await stat(path).catch(() => null)) !== null) return
    await mkdir(join(versions, version.slice(0, 2)), { recursive: true })
    await writeFile(`${path}.new`, await deflate(bytes), { mode: 0o600 })
    await rename(`${path}.new`, path)
  }

  async function readNotes(): Promise<readonly Note[]> {
    const text = await readFile(notes, 'utf8').catch((cause) => {
      if (codeOf(cause) !== 'ENOENT') throw cause
      return ''
    })
    return followed(text.split('\n').flatMap(parseLine))
  }

  async function prune({ days, bytes }: KeepLimits): Promise<void> {
    const kept: Note[] = []
    const wanted = new Set<Version>()
    let total = 0
    for (const note of (await readNotes()).toReversed()) {
      const size = wanted.has(note.version) ? 0 : await sizeOf(pathOf(note.version))
      if (size === null || note.at < now() - days * DAY_MS || total + size > bytes) continue
      total += size
      wanted.add(note.version)
      kept.unshift(note)
    }
    const text = kept.map((note) => `${JSON.stringify(note)}\n`).join('')
    await mkdir(versions, { recursive: true })
    await writeFile(`${notes}.new`, text, { mode: 0o600 })
    await rename(`${notes}.new`, notes)
    for (const part of await readdir(versions)) {
      for (const name of await readdir(join(versions, part))) {
        if (!wanted.has(name as Version)) await rm(join(versions, part, name), { force: true })
      }
    }
  }

  return {
    keep: (id, version, bytes) =>
      oneAfterTheOther(async () => {
        await store(version, bytes)
        const note: Note = { id, version, at: now() }
        await appendFile(notes, `${JSON.stringify(note)}\n`, { mode: 0o600 })
      }),
    renamed: (from, to) =>
      oneAfterTheOther(() => appendFile(notes, `${JSON.stringify({ from, to })}\n`)),
    async list(id) {
      await writing
      const own = (await readNotes()).filter((note) => note.id === id)
      const newest = new Map(own.map(({ version, at }) => [version, at]))
      return [...newest].map(([version, at]) => ({ version, at })).sort((a, b) => b.at - a.at)
    },
    async read(version) {
      try {
        const bytes = await inflate(await readFile(pathOf(version)))
        return versionOf(bytes) === version ? bytes : null
      } catch (cause) {
        if (codeOf(cause) === null) throw cause // a damaged file has a code of zlib's
        return null
      }
    },
    prune: (limits) => oneAfterTheOther(() => prune(limits)),
    async idle() {
      await writing
    }
  }
}

/** A line that a crash tore is passed over. */
function parseLine(text: string): Line | readonly [] {
  try {
    const line = JSON.parse(text) as Line
    return 'from' in line || Version.safeParse(line.version).success ? line : []
  } catch {
    return []
  }
}

/** @returns the notes under the names that the stories have now. */
function followed(lines: readonly Line[]): readonly Note[] {
  const notes: Note[] = []
  for (const line of lines) {
    if ('version' in line) notes.push(line)
    else {
      for (const [at, note] of notes.entries()) {
        if (note.id === line.from) notes[at] = { ...note, id: line.to }
      }
    }
  }
  return notes
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
    return null
  }
}
