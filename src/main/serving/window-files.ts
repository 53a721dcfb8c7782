import { realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { pictureFile } from '../library/picture'
import { isInside } from '../library/story-files'

/** A file that a window may have. `path` is its real path: no link is left in it. */
export type ServedFile = {
  readonly path: string
  /** Its media type. */
  readonly type: string
  /** What its answer needs besides the type, with names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Finds the file that an address of the window stands for.
 *
 * @param pathname as it came with the request: it starts with `/` and is still percent-encoded
 * @returns `null` for everything that a window may not have, whatever the reason.
 */
export type WindowFiles = (pathname: string) => Promise<ServedFile | null>

type WindowFilesParts = {
  /** Where the built renderer stands. */
  readonly rendererFolder: string
  /** The folder of the open library; empty while none is open. Read anew at every request. */
  readonly libraryFolder: () => string
}

const PICTURES = '/pictures/'

/** The files of the desk itself, and below `/pictures/` those of the open library. */
export function createWindowFiles({
  rendererFolder,
  libraryFolder
}: WindowFilesParts): WindowFiles {
  return async (pathname) =>
    pathname.startsWith(PICTURES)
      ? libraryPicture(libraryFolder(), pathname.slice(PICTURES.length))
      : rendererFile(rendererFolder, pathname === '/' ? '/index.html' : pathname)
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
}

/** What the build calls its files. No escapes and no hidden files, so nothing here can climb. */
const RENDERER_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/

async function rendererFile(folder: string, pathname: string): Promise<ServedFile | null> {
  const type = TYPES[extname(pathname)]
  if (type === undefined || !RENDERER_PATH.test(pathname)) return null
  try {
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, pathname))])
    if (!isInside(root, path) || !(await stat(path)).isFile()) return null
    // Built names carry a hash of their content; the page itself does not.
    const caching = pathname.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache'
    return { path, type, headers: { 'cache-control': caching } }
  } catch {
    return null
  }
}

async function libraryPicture(folder: string, encoded: string): Promise<ServedFile | null> {
  const path = decoded(encoded)
  const found = path === null ? null : await pictureFile(folder, path)
  return found && { ...found, headers: { ...found.headers, 'cache-control': 'max-age=60' } }
}

/** @returns `null` if it is not well-formed. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
