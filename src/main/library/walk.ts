import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { join, sep } from 'node:path'
import type { StoryId } from '#shared/story/story-id'
import { isStoryPath } from '#shared/story/story-path'
import { codeOf } from './disk'
import { findStory } from './read-file'
import { isLeftover } from './replace-file'
import { fingerprintOf, isFresh, isHidden, isLeftOut, type StoryFilter } from './story-files'

/** A file that may be a story. */
export type FoundFile = {
  readonly id: StoryId
  readonly fingerprint: string
  /** Changed so recently that equal fingerprints do not yet mean equal bytes. */
  readonly fresh: boolean
}

/** Everything that matters below a library's folder. Folders and leftovers are absolute paths. */
export type Walk = {
  readonly files: readonly FoundFile[]
  /** The library's own folder first. */
  readonly folders: readonly string[]
  /** New versions from a crash, older than a minute, so that no running save is meant. */
  readonly leftovers: readonly string[]
  /** Folders that may not be read, as paths below the library with `/`, in order. */
  readonly closed: readonly string[]
  /** Files that could not be looked at. */
  readonly unreadable: readonly string[]
}

const LEFTOVER_AGE_MS = 60_000

/**
 * Lists the files that may be stories below `root`, a real path. Reads no file. Symlinked folders are not entered (they
 * may lead in circles, or show one story twice); symlinked files count if they end at a file inside the library.
 *
 * @throws the system's error if `root` itself cannot be read.
 */
export function walk(root: string, isStory: StoryFilter, now: number): Walk {
  const found: Found = { files: [], folders: [], leftovers: [], closed: [], unreadable: [] }
  const open = ['']
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    const folder = join(root, below)
    const children = childrenOf(folder, below === '')
    if (!Array.isArray(children)) {
      if (children === 'closed') found.closed.push(below)
      continue
    }
    found.folders.push(folder)
    for (const child of children) {
      const id = below === '' ? child.name : `${below}/${child.name}`
      if (!child.isDirectory()) {
        const path = folder + sep + child.name
        takeFile(found, { root, id, name: child.name, path, isStory }, now)
      } else if (!isLeftOut(child.name)) open.push(id)
    }
  }
  found.closed.sort()
  return found
}

type Found = { readonly [K in keyof Walk]: Walk[K][number][] }

/** A file as its folder lists it; `path` is absolute. */
type Listed = {
  readonly root: string
  readonly id: string
  readonly name: string
  readonly path: string
  readonly isStory: StoryFilter
}

function takeFile(found: Found, { root, id, name, path, isStory }: Listed, now: number): void {
  if (!isHidden(name) && isStory(id)) {
    const stats = statOf(root, path)
    if (stats === null || !isStoryPath(id)) found.unreadable.push(path)
    else {
      const fingerprint = fingerprintOf(stats)
      found.files.push({ id: id as StoryId, fingerprint, fresh: isFresh(stats, now) })
    }
  } else if (isLeftover(name) && isOld(path, now)) found.leftovers.push(path)
}

/** @returns `gone` for a folder that went away between listing and looking. */
function childrenOf(folder: string, isRoot: boolean): Dirent[] | 'closed' | 'gone' {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (cause) {
    const code = codeOf(cause)
    if (isRoot || code === null) throw cause
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'gone' : 'closed'
  }
}

/** @returns `null` if it cannot be looked at, which a walk does not stop for. */
function statOf(root: string, path: string): Stats | null {
  try {
    return findStory(root, path)?.stats ?? null
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
    return null
  }
}

function isOld(path: string, now: number): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats !== undefined && stats.mtimeMs < now - LEFTOVER_AGE_MS
}
