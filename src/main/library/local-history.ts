import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { appendFile, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { KeptVersion } from '#shared/library/kept-version'
import { type StoryId, Version } from '#shared/story/story-id'
import type { Log } from '../log'
import { codeOf } from './disk'
import {
  keepVersion,
  notesFile,
  type VersionNote,
  versionFile,
  versionsFolder
} from './keep-version'
import { versionOf } from './story-files'

const inflate = promisify(inflateRaw)

/**
 * Every version of a story that Storydesk replaced, compressed, each once. The threads that replace them keep them, by
 * `keepVersion`.
 */
export type LocalHistory = {
  /** Keeps a version that is gone without Storydesk. Failures are logged: they must not keep an editor from working. */
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

type Line = VersionNote | { readonly from: StoryId; readonly to: StoryId }

export function createLocalHistory(folder: string, log: Log, now: () => number): LocalHistory {
  const versions = versionsFolder(folder)
  const notes = notesFile(folder)
  const pathOf = (version: Version) => versionFile(folder, version)
  let writing: Promise<unknown> = Promise.resolve()

  function oneAfterTheOther(work: () => Promise<void>): Promise<void> {
    const done = writing.then(work).catch((cause) => {
      if (codeOf(cause) === null) throw cause
      log.error('A version could not be kept', cause)
    })
    writing = done.catch(() => {})
    return done
  }

  async function readNotes(): Promise<readonly VersionNote[]> {
    const text = await readFile(notes, 'utf8').catch((cause) => nothingThere(cause).join())
    return followed(text.split('\n').flatMap(parseLine))
  }

  /** Versions that are too old, or too many. Threads may keep others meanwhile. */
  async function unwanted({ days, bytes }: KeepLimits): Promise<ReadonlySet<Version>> {
    const all = await readNotes()
    const wanted = new Set<Version>()
    let total = 0
    for (const { version, at } of all.toReversed()) {
      const size = wanted.has(version) ? 0 : await sizeOf(pathOf(version))
      if (size === null || at < now() - days * DAY_MS || total + size > bytes) continue
      total += size
      wanted.add(version)
    }
    return new Set(all.flatMap(({ version }) => (wanted.has(version) ? [] : version)))
  }

  async function prune(limits: KeepLimits): Promise<void> {
    const started = now()
    const goes = await unwanted(limits)
    const isKept = ({ version, at }: VersionNote) =>
      !goes.has(version) ? at >= started - limits.days * DAY_MS : at > started
    const kept = rewriteNotes(notes, (text) =>
      followed(text.split('\n').flatMap(parseLine)).filter(isKept)
    )
    const wanted = new Set(kept.map(({ version }) => version))
    for (const part of await readdir(versions).catch(nothingThere)) {
      for (const name of await readdir(join(versions, part))) {
        const path = join(versions, part, name)
        if (!wanted.has(name as Version) && (goes.has(name as Version) || (await isOld(path)))) {
          await rm(path, { force: true })
        }
      }
    }
  }

  return {
    keep: (id, version, bytes) =>
      oneAfterTheOther(async () => keepVersion(folder, { id, version, at: now() }, bytes)),
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

/**
 * Replaces the notes with those that `choose` takes of them. At one go, because threads append to them: what comes in
 * between starts it over.
 */
function rewriteNotes(
  path: string,
  choose: (text: string) => readonly VersionNote[]
): readonly VersionNote[] {
  for (;;) {
    const before = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
    const kept = choose(before.toString('utf8'))
    if (before.byteLength === 0) return kept
    writeFileSync(`${path}.new`, kept.map((note) => `${JSON.stringify(note)}\n`).join(''), {
      mode: 0o600
    })
    if (statSync(path).size !== before.byteLength) continue
    renameSync(`${path}.new`, path)
    return kept
  }
}

/** What no note names was just kept, or is what a crash left. */
const LEFTOVER_AGE_MS = 60 * 60 * 1000
async function isOld(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null)
  return stats !== null && stats.mtimeMs < Date.now() - LEFTOVER_AGE_MS
}

function nothingThere(cause: unknown): readonly never[] {
  if (codeOf(cause) !== 'ENOENT') throw cause
  return []
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
function followed(lines: readonly Line[]): readonly VersionNote[] {
  const notes: VersionNote[] = []
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
