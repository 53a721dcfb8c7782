import { resolve } from 'node:path'

/**
 * Finds the folder to open in what Electron was started with.
 *
 * @param argv the program, for an app that is not packaged its folder, and then the person's arguments
 * @returns its absolute path, or `null` if none was named.
 */
export function folderArgument(
  argv: readonly string[],
  isPackaged: boolean,
  workingFolder: string
): string | null {
  // Chromium's own switches may stand anywhere.
  const own = argv.slice(1).filter((argument) => !argument.startsWith('-'))
  const folder = own[isPackaged ? 0 : 1]
  return folder === undefined ? null : resolve(workingFolder, folder)
}
