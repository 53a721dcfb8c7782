/** The parts of a parsed address that Storydesk looks at; what `new URL` makes has all of them. */
export type WebAddress = {
  readonly href: string
  readonly protocol: string
  readonly username: string
  readonly password: string
  /** Lower case, as ASCII; IPv4 in four decimal parts, IPv6 in brackets. */
  readonly hostname: string
  readonly host: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
}

// Node and every browser have it, but it belongs to neither's language library.
declare const URL: new (address: string) => WebAddress

/**
 * The address of a page on the web, or `null` for everything that must not be opened: another scheme than http and
 * https, no host, credentials, white space, control characters or backslashes.
 */
export function webAddress(text: string | null): WebAddress | null {
  // The parser forgives all of these silently, so what it opens is not what the file says.
  if (text === null || !/^https?:\/\/[^/]/i.test(text) || /[\s\p{Cc}\\]/u.test(text)) return null
  try {
    const address = new URL(text)
    return address.username === '' && address.password === '' ? address : null
  } catch {
    return null
  }
}

/** Whether a text is the address of a page on the web. Usual ones are told by their looks: parsing takes ten times as long. */
export const isWebAddress = (text: string): boolean => USUAL.test(text) || webAddress(text) !== null

/** Plain names, the last of them no number, which could be meant as one of an IP address. */
const USUAL =
  /^https?:\/\/(?![^/]*xn--)(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}\/[!"$-;=A-Z_a-z~?#%[\]{}|^`]*$/
