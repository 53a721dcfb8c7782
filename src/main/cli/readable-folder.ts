import { explainLibraryError } from '#shared/library/library-error'
import { listFolders } from '../library/list-folder'
import { type Context, WrongUse } from './command'

/**
 * Takes the folder from a command's arguments.
 *
 * @returns `null` if it cannot be read; the person has been told why.
 * @throws {WrongUse} if it is missing there.
 */
export async function readableFolder(
  folder: string | undefined,
  { complain }: Context
): Promise<string | null> {
  if (folder === undefined) throw new WrongUse('The folder is missing.')
  const listing = await listFolders(folder)
  if (listing.ok) return listing.value.folder
  complain(explainLibraryError(listing.error))
  return null
}
