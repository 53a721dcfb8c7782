import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Tells the requests of the person who started Storydesk from everybody else's. */
export type OwnRequests = {
  /** The address that signs its reader in. It works as long as the host runs. */
  readonly address: string
  /** Every origin under which the desk can be open. */
  readonly origins: readonly string[]
  /** Says whether the request was meant for this host and does not come from another site's page. */
  isForUs(request: IncomingMessage): boolean
  /** Says whether a page of ours asks; browsers let any page open a WebSocket, but say which one did. */
  isFromOwnPage(request: IncomingMessage): boolean
  isToken(text: string): boolean
  /** Says whether the browser has signed in with the token before. */
  isSignedIn(request: IncomingMessage): boolean
  /** The `Set-Cookie` header that signs a browser in. */
  readonly cookie: string
}

/** Makes the secrets: 32 random bytes for the address and as many for the cookie, or both from a `seed` of 32 bytes. */
export function createOwnRequests(port: number, seed: string | null): OwnRequests {
  const token = secretFrom(seed, 'address')
  const session = secretFrom(seed, 'cookie')
  // Cookies ignore ports: two desks side by side must not sign each other out.
  const cookieName = `sd_${port}`
  // By way of URL, because browsers leave the port out when it is the usual one.
  const urls = ['127.0.0.1', 'localhost'].map((name) => new URL(`http://${name}:${port}`))
  const hosts = urls.map(({ host }) => host)
  const origins = urls.map(({ origin }) => origin)

  const isFromOwnPage = (request: IncomingMessage): boolean => {
    const { origin } = request.headers
    return (
      origin !== undefined && origins.includes(origin) && origin === `http://${hostOf(request)}`
    )
  }

  return {
    address: `${origins[0]}/?token=${token}`,
    origins,
    cookie: `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Lax`,
    isFromOwnPage,
    isForUs: (request) =>
      hosts.includes(hostOf(request)) &&
      (request.headers.origin === undefined || isFromOwnPage(request)) &&
      !isEmbeddedElsewhere(request),
    isToken: (text) => isSame(text, token),
    isSignedIn: ({ headers }) =>
      cookies(headers.cookie ?? '').some(
        ([name, value]) => name === cookieName && isSame(value, session)
      )
  }
}

/** @returns the host that the request names; empty if it names none, or several. */
function hostOf({ headersDistinct }: IncomingMessage): string {
  const [host = '', ...more] = headersDistinct.host ?? []
  return more.length === 0 ? host : ''
}

/**
 * Other servers on this machine count as the same site, so their pages' requests would carry our cookie.
 * Following a link from anywhere is fine. Browsers that do not say leave it to the cookie's SameSite.
 */
function isEmbeddedElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document'
}

const secretFrom = (seed: string | null, purpose: string): string =>
  createHmac('sha256', seed ?? randomBytes(32))
    .update(purpose)
    .digest('base64url')

/** Compares in constant time. Hashes, because the comparison wants equal lengths. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(hash(a), hash(b))
const hash = (text: string): Buffer => createHash('sha256').update(text).digest()

const cookies = (header: string): readonly (readonly [name: string, value: string])[] =>
  header.split(';').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return [name.trim(), value.join('=').trim()]
  })
