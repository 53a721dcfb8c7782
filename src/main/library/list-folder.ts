import { readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { FolderListing } from '#shared/contract/contract'
import type { LibraryError } from '#shared/library/library-error'
import { fail, ok, type Result } from '#shared/result'
import { codeOf, isFolder } from './disk'

/**
 * Lists the folders inside one folder, for choosing a library. Hidden folders are left out, links to folders are listed.
 * Which folders may be listed at all, the host decides.
 */
export async function listFolders(folder: string): Promise<Result<FolderListing, LibraryError>> {
  const path = resolve(folder)
  try {
    const children = await readdir(path, { withFileTypes: true })
    const folders: string[] = []
    for (const child of children) {
      if (child.name.startsWith('.')) continue
      if (
        child.isDirectory() ||
        (child.isSymbolicLink() && (await isFolder(join(path, child.name))))
      ) {
        folders.push(child.name)
      }
    }
    const parent = dirname(path)
    return ok({
      folder: path,
      parent: parent === path ? null : parent,
      folders: folders.sort(byName)
    })
  } catch (cause) {
    return fail(toLibraryError(folder, cause))
  }
}

const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

/** @throws the cause itself if it is no failure of the system: then it is a bug. */
export function toLibraryError(folder: string, cause: unknown): LibraryError {
  switch (codeOf(cause)) {
    case null:
      throw cause
    case 'ENOENT':
      return { code: 'missing', folder }
    case 'ENOTDIR':
      return { code: 'not-a-folder', folder }
    default:
      return { code: 'unreadable', folder }
  }
}
