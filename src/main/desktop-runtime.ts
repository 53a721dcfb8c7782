import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Finds Electron's program without loading the `electron` package, which would download it.
 *
 * It is looked for where the package itself does: below `ELECTRON_OVERRIDE_DIST_PATH` if that is set, else
 * in the package's `dist`, which counts only once its `path.txt` ends the unpacking.
 *
 * @param from the address of a module beside whose `node_modules` the package stands.
 * @returns its path, or `null` where the package or the program is missing.
 */
export function electronBinary(
  env: Env = process.env,
  platform: NodeJS.Platform = process.platform,
  from: string = import.meta.url
): string | null {
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH || unpackedFolder(from)
  if (folder === null) return null
  const program = join(folder, programIn(platform))
  return existsSync(program) ? program : null
}

/** Says whether a window can be shown: always on macOS and Windows, elsewhere with a display server. */
export const hasDisplay = (env: Env, platform: NodeJS.Platform): boolean =>
  platform === 'darwin' ||
  platform === 'win32' ||
  Boolean(env.DISPLAY) ||
  Boolean(env.WAYLAND_DISPLAY)

function unpackedFolder(from: string): string | null {
  try {
    const root = dirname(createRequire(from).resolve('electron/package.json'))
    return existsSync(join(root, 'path.txt')) ? join(root, 'dist') : null
  } catch {
    return null
  }
}

function programIn(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}
