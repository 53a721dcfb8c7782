import { type WebAddress, webAddress } from './web-address'

/** Where a picture is: a file of the library, or a page on the web that is asked only if the editor wants that. */
export type PictureAddress =
  /** Path below the library folder, with `/`, not encoded. */
  | { readonly kind: 'library'; readonly path: string }
  | { readonly kind: 'remote'; readonly url: string }

/** `url` and `baseurl` of the site's configuration; empty if not said there. */
type Site = { readonly url: string; readonly baseurl: string }

/**
 * Reads a picture's address as the site does. Relative addresses, and absolute ones below the site's own address,
 * are files of the library. Others are remote, if they are https and their host is a public name.
 *
 * @returns `null` for no address and for every address that must not be asked.
 */
export function pictureAddress(address: string | null, site: Site): PictureAddress | null {
  const text = address?.trim() ?? ''
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//')
  if (!isAbsolute) return libraryPicture(withoutBase(text, site.baseurl))

  const web = webAddress(text)
  if (web === null) return null
  const own = webAddress(site.url)
  if (own !== null && web.host === own.host) {
    const path = below(web.pathname, trimSlashes(own.pathname) + withSlash(site.baseurl))
    if (path !== null) return libraryPicture(path)
  }
  return mayBeAsked(web) ? { kind: 'remote', url: web.href } : null
}

function libraryPicture(path: string): PictureAddress | null {
  const decoded = decode(path.replace(/[?#].*$/s, ''))
  if (decoded === null || /[\p{Cc}\\]/u.test(decoded)) return null
  const parts = decoded.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.length === 0 || parts.includes('..') || parts[0]?.includes(':')) return null
  return { kind: 'library', path: parts.join('/') }
}

/** Sites write `/base/assets/…` as well as `/assets/…`; both are the same file. */
const withoutBase = (path: string, base: string): string => below(path, withSlash(base)) ?? path

/** The rest of `path` below the folder `base`; `null` if it lies elsewhere. */
function below(path: string, base: string): string | null {
  const folder = `/${trimSlashes(base)}/`.replace('//', '/')
  return path.startsWith(folder) ? path.slice(folder.length) : null
}

const trimSlashes = (text: string): string => text.replace(/^\/+|\/+$/g, '')
const withSlash = (text: string): string => `/${trimSlashes(text)}`

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Only names that belong to the public web: asking an address of the editor's own network would betray it. */
function mayBeAsked({ protocol, hostname }: WebAddress): boolean {
  const name = hostname.replace(/\.$/, '')
  const isNumber = name.startsWith('[') || /^[\d.]+$/.test(name)
  const isPublic =
    name.includes('.') && !/\.(localhost|local|internal|intranet|lan|home\.arpa)$/.test(name)
  return protocol === 'https:' && !isNumber && isPublic
}
