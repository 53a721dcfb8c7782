import { hash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import type { StoryId, Version } from '#shared/story/story-id'
import { isStoryPath } from '#shared/story/story-path'

/** The site generator's own folders, and other people's code. */
const LEFT_OUT = new Set(['_site', 'node_modules', 'vendor'])

/** @returns whether a folder of this name is not part of a library. */
export const isLeftOut = (folderName: string): boolean =>
  folderName.startsWith('.') || LEFT_OUT.has(folderName)

/** Whether the file at a path below the library can be a story, as its settings say. Its first line says if it is one. */
export type StoryFilter = (path: string) => boolean

/** @returns whether a file of this name is hidden, and so no story. */
export const isHidden = (name: string): boolean => name.startsWith('.')

/** @returns the id of the story at an absolute path below `root`, or `null` if no story can be there. */
export function storyIdOf(root: string, path: string, isStory: StoryFilter): StoryId | null {
  const below = relative(root, path).split(sep).join('/')
  const folders = below.split('/')
  const name = folders.pop() ?? ''
  if (isHidden(name) || folders.some(isLeftOut)) return null
  return isStoryPath(below) && isStory(below) ? (below as StoryId) : null
}

/** @returns the absolute path at which a story's file stands if it is there. Not yet checked for symlinks. */
export const pathOf = (root: string, id: StoryId): string =>
  `${root}${sep}${sep === '/' ? id : id.replaceAll('/', sep)}`

/** @returns whether `path` is `folder` or below it. Both must be real paths (no symlinks). */
export function isInside(folder: string, path: string): boolean {
  const below = relative(folder, path)
  return below === '' || !(below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below))
}

/** SHA-256 of a story's bytes. */
export const versionOf = (bytes: Uint8Array): Version => hash('sha256', bytes, 'hex') as Version

/**
 * What `stat` says about a file's bytes. Any write changes it, even one that keeps size and modification time,
 * because nobody can set the change time (`ctime`) or keep the file number in a rename.
 */
export const fingerprintOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): string =>
  `${size}:${mtimeMs}:${ctimeMs}:${ino}`

/** File systems stamp in steps of up to two seconds (FAT), so a second write may leave no trace within these. */
const CLOCK_STEP_MS = 2000

/** @returns whether a file changed so shortly before `now` that its fingerprint cannot be trusted yet. */
export const isFresh = ({ ctimeMs, mtimeMs }: Stats, now: number): boolean =>
  Math.max(ctimeMs, mtimeMs) > now - CLOCK_STEP_MS
