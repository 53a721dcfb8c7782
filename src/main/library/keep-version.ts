import { appendFileSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { deflateRawSync } from 'node:zlib'
import type { StoryId, Version } from '#shared/story/story-id'
import { codeOf } from './disk'

/** That a story was this version until that moment, in milliseconds since 1970. */
export type VersionNote = { readonly id: StoryId; readonly version: Version; readonly at: number }

/** Where versions are kept below a library's data folder. */
export const versionsFolder = (folder: string): string => join(folder, 'versions')
export const notesFile = (folder: string): string => join(folder, 'versions.log')
/** In sixteen folders: that many are soon made, and none grows too long to be looked through. */
export const versionFile = (folder: string, version: Version): string =>
  join(versionsFolder(folder), version.slice(0, 1), version)

/**
 * Keeps one version of a story below a library's data folder, compressed, each once, and notes it. Blocks: for threads.
 *
 * @throws the system's error if it cannot be kept.
 */
export function keepVersion(folder: string, note: VersionNote, bytes: Uint8Array): void {
  const path = versionFile(folder, note.version)
  if (statSync(path, { throwIfNoEntry: false }) === undefined) {
    const unfinished = `${path}.${process.pid}-${threadId}`
    withFolder(dirname(path), () => {
      writeFileSync(unfinished, deflateRawSync(bytes, { level: 1 }), { mode: 0o600 })
    })
    renameSync(unfinished, path)
  }
  // One short line at one go: lines of several threads and Storydesks do not mix.
  appendFileSync(notesFile(folder), `${JSON.stringify(note)}\n`, { mode: 0o600 })
}

/** Makes the folder only if it is missing: each is needed again and again. */
function withFolder(folder: string, write: () => void): void {
  try {
    write()
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause
    mkdirSync(folder, { recursive: true })
    write()
  }
}
