import { realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { codeOf } from './disk'
import { isInside, isLeftOut } from './story-files'

/** A picture of the library that a window may show, and the headers to send it with. */
export type Picture = {
  /** A real path inside the library. */
  readonly path: string
  /** Media type, e.g. `image/png`. */
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
}

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp'
}

/** An SVG is a document: opened by itself, it must neither run scripts nor fetch anything. */
const CONTAINED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/**
 * Finds a picture by its path below the library's folder, with `/` and already decoded, e.g. `assets/images/a.png`.
 *
 * @returns `null` for everything that is not a picture file inside the library: other types, hidden folders, paths or
 * links that lead out, and spellings that a system could read in another way (`\`, NUL, `..`, `:`).
 */
export async function pictureFile(libraryFolder: string, path: string): Promise<Picture | null> {
  const type = TYPES[extname(path).toLowerCase()]
  const parts = path.replace(/^\//, '').split('/')
  const name = parts.at(-1) ?? ''
  const odd = /[\\\0:]/.test(path) || parts.includes('') || name.startsWith('.')
  if (type === undefined || odd || parts.slice(0, -1).some(isLeftOut)) {
    return null
  }
  try {
    const root = await realpath(libraryFolder)
    const real = await realpath(join(root, ...parts))
    // A link may carry a picture's name and lead to something else.
    if (!isInside(root, real) || TYPES[extname(real).toLowerCase()] !== type) return null
    if (!(await stat(real)).isFile()) return null
    return { path: real, type, headers: headersFor(type) }
  } catch (cause) {
    if (codeOf(cause) === null) throw cause
    return null
  }
}

const headersFor = (type: string): Readonly<Record<string, string>> => ({
  'content-type': type,
  'content-security-policy': CONTAINED,
  'x-content-type-options': 'nosniff'
})
