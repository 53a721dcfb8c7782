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
  /** Lists the folders inside `folder`; `null` means where to start. Outside the roots: `unreadable`. */
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

  return {
    choose,
    allows,
    async list(folder) {
      const wanted = folder ?? start
      if (!(await allows(wanted))) return fail({ code: 'unreadable', folder: wanted })

      const listing = await listFolders(wanted)
      if (!listing.ok || listing.value.parent === null) return listing
      const parent = (await allows(listing.value.parent)) ? listing.value.parent : null
      return ok({ ...listing.value, parent })
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
