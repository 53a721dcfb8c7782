import { realpath } from 'node:fs/promises'
import { dirname, isAbsolute } from 'node:path'
import type { FolderChoice, FolderListing } from '#shared/contract/contract'
import type { LibraryError } from '#shared/library/library-error'
import { fail, ok, type Result } from '#shared/result'
import { isInside } from './library/story-files'

/** What a host lets its windows see of the folders on this machine. */
export type FolderAccess = {
  /** Shows the host's own dialog, where it has one. */
  choose(): Promise<FolderChoice>
  /** Lists the folders inside `folder`; `null` means where to start. The way up ends at a root. */
  list(folder: string | null): Promise<Result<FolderListing, LibraryError>>
  /** Says whether a window may open this folder. Links are followed before it is judged. */
  allows(folder: string): Promise<boolean>
}

type FolderAccessParts = {
  /** Where choosing starts, e.g. the home folder. */
  readonly start: string
  /** The folders that, with all below them, windows may look at. Read anew at every request. */
  readonly roots: () => readonly string[]
  readonly choose: () => Promise<FolderChoice>
  readonly listFolders: (folder: string) => Promise<Result<FolderListing, LibraryError>>
}

export function createFolderAccess(parts: FolderAccessParts): FolderAccess {
  const { start, roots, choose, listFolders } = parts

  async function allows(folder: string): Promise<boolean> {
    if (!isAbsolute(folder)) return false
    const real = await realpathOf(folder)
    const realRoots = await Promise.all(roots().map(realpathOf))
    return realRoots.some((root) => isInside(root, real))
  }

  /** A link into the home folder may stand outside of it: then the way up is the one from where it leads. */
  async function wayUp({ folder, parent }: FolderListing): Promise<string | null> {
    const real = await realpathOf(folder)
    for (const up of [parent, dirname(real)]) {
      if (up !== null && up !== real && (await allows(up))) return up
    }
    return null
  }

  return {
    choose,
    allows,
    async list(folder) {
      const wanted = folder ?? start
      if (!(await allows(wanted))) return fail({ code: 'outside', folder: wanted })

      const listing = await listFolders(wanted)
      return listing.ok ? ok({ ...listing.value, parent: await wayUp(listing.value) }) : listing
    }
  }
}

/** Follows links as far as the path exists, so that a folder that went away is judged by where it was. */
async function realpathOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : (await realpathOf(parent)) + path.slice(parent.length)
  }
}
