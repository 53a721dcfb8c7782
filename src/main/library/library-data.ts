import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** The folder in app data that belongs to the library at `root`, a real path. It may not be there yet. */
export const libraryDataFolder = (appData: string, root: string): string =>
  join(appData, 'libraries', createHash('sha256').update(root).digest('hex').slice(0, 24))
