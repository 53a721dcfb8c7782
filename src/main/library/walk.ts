import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { StoryId } from '#shared/story/story-id'
import { codeOf } from './disk-reason'
import { isLeftover } from './replace-file'
import { fingerprintOf, isFresh, isInside, isLeftOut, isStoryName } from './story-files'

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
  /** Folders and files that could not be looked at. */
  readonly unreadable: readonly string[]
}

const LEFTOVER_AGE_MS = 60_000

/**
 * Lists the files that may be stories below `root`, a real path. Reads no file. Symlinked folders are not entered (they
 * may lead in circles, or show one story twice); symlinked files count if they end at a file inside the library.
 *
 * @throws the system's error if `root` itself cannot be read.
 */
export function walk(root: string, now: number): Walk {
  const files: FoundFile[] = []
  const folders: string[] = []
  const leftovers: string[] = []
  const unreadable: string[] = []

  const open = ['']
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    const folder = join(root, below)
    const children = childrenOf(folder, below === '')
    if (children === null) {
      unreadable.push(folder)
      continue
    }
    folders.push(folder)
    for (const child of children) {
      const id = below === '' ? child.name : `${below}/${child.name}`
      if (child.isDirectory()) {
        if (!isLeftOut(child.name)) open.push(id)
      } else if (isStoryName(child.name)) {
        const stats = statOf(root, join(folder, child.name), child.isSymbolicLink())
        const name = StoryId.safeParse(id)
        if (stats === null || !name.success) unreadable.push(join(folder, child.name))
        else if (stats.isFile()) {
          const fresh = isFresh(stats, now)
          files.push({ id: name.data, fingerprint: fingerprintOf(stats), fresh })
        }
      } else if (isLeftover(child.name) && isOld(join(folder, child.name), now)) {
        leftovers.push(join(folder, child.name))
      }
    }
  }
  return { files, folders, leftovers, unreadable }
}

function childrenOf(folder: string, isRoot: boolean): readonly Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (cause) {
    if (isRoot || codeOf(cause) === null) throw cause
    return null // no permission, or gone between listing and looking
  }
}

/** @returns `null` if the file is gone, or a symlink leads nowhere or out of the library. */
function statOf(root: string, path: string, isLink: boolean): Stats | null {
  try {
    if (!isLink) return lstatSync(path)
    const target = realpathSync(path)
    return isInside(root, target) ? statSync(target) : null
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
    return null
  }
}

function isOld(path: string, now: number): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats !== undefined && stats.mtimeMs < now - LEFTOVER_AGE_MS
}
