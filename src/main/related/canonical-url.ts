import { isTracking } from './tracking-parameters'

/**
 * The form of an address that all addresses of one page share: without scheme, `www`, `m` and `amp`, AMP caches
 * unwrapped, without tracking parameters, fragment, `/amp`, `index.html` and closing slash; parameters sorted.
 *
 * It is for comparing, not for opening. Putting `https://` before it and asking again gives the same form.
 *
 * @returns text that is no http(s) address as it is, trimmed, like one of more than 8,192 characters; `null` for
 *   nothing. Never throws.
 */
export function canonicalUrl(address: string | null): string | null {
  const trimmed = address?.trim() ?? ''
  if (trimmed === '') return null
  const parts = trimmed.length > MOST_LENGTH ? null : partsOf(unwrapAmp(trimmed))
  if (parts === null) return trimmed
  const query = canonicalQuery(parts.query)
  return canonicalHost(parts) + canonicalPath(parts.path) + (query === '' ? '' : `?${query}`)
}

/** No server takes longer ones, and a story file may hold anything. */
const MOST_LENGTH = 8192

/** `path` begins with a slash or is empty, `query` has no question mark. */
type Parts = {
  readonly host: string
  readonly port: string
  readonly path: string
  readonly query: string
}

const AMP_CACHE = /^https?:\/\/[^/]+\.cdn\.ampproject\.org\/(?:[a-z]|wp)\/(s\/)?(?=[^/])/i
const AMP_VIEWER = /^https?:\/\/(?:www\.)?(?:google\.[a-z.]+|bing\.com)\/amp\/(s\/)?(?=[^/])/i

function unwrapAmp(address: string): string {
  let page = address
  for (let wrapper = wrapperOf(page); wrapper !== null; wrapper = wrapperOf(page)) {
    page = `https://${page.slice(wrapper.length)}`
  }
  return page
}

const wrapperOf = (address: string): string | null =>
  (AMP_CACHE.exec(address) ?? AMP_VIEWER.exec(address))?.[0] ?? null

/** An address that `URL` would take apart in the same way, only ten times slower. */
const PLAIN = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})(\/[\w/.,~;=:@-]*)?(?:\?([\w.=&%+-]*))?$/
const NEEDS_URL = /\/\.|xn--/

function partsOf(address: string): Parts | null {
  const plain = NEEDS_URL.test(address) ? null : PLAIN.exec(address)
  if (plain !== null) {
    return { host: plain[1] ?? '', port: '', path: plain[2] ?? '', query: plain[3] ?? '' }
  }
  try {
    const { protocol, hostname, port, pathname, search } = new URL(address)
    if (protocol !== 'https:' && protocol !== 'http:') return null
    return { host: hostname, port, path: pathname, query: search.slice(1) }
  } catch {
    return null
  }
}

/** A device's or cache's own host name; what is left must still be a name with a dot. */
const DEVICE = /^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/

function canonicalHost({ host, port }: Parts): string {
  let name = host.replace(/\.$/, '')
  while (DEVICE.test(name)) name = name.replace(DEVICE, '')
  return port === '' ? name : `${name}:${port}`
}

const START_PAGE = /^(?:index|default)\.(?:html?|php|aspx?)$/i

function canonicalPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part.toLowerCase() !== 'amp')
  while (START_PAGE.test(parts.at(-1) ?? '')) parts.pop()
  const last = parts.pop()
  if (last === undefined) return ''
  parts.push(last.replace(/(?:\.amp)+(?=\.html?$|$)/i, ''))
  return `/${spelledOnce(parts.join('/'))}`
}

/** `%7E` and `~`, `%c3%a9` and `%C3%A9` are the same; what cannot be decoded stays. */
function spelledOnce(path: string): string {
  if (!/[^\w/.,~;=:@-]/.test(path)) return path
  try {
    return encodeURI(decodeURI(path))
  } catch {
    return path
  }
}

function canonicalQuery(query: string): string {
  if (query === '') return ''
  return query
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair.split('=', 1)[0] ?? ''))
    .sort()
    .join('&')
}
