import { canonicalUrl } from './canonical-url'

/** The number that a wire or a chain of newspapers gives one report wherever it is shown. */
export type WorkId = { readonly publisher: string; readonly number: string }

type Rule = { readonly publisher: string; readonly pattern: RegExp }

/** Each pattern runs over a canonical address and catches the report's number. */
const RULES: readonly Rule[] = [
  // reuters.com/article/…/idUSKBN27Z0GI, idAFKBN27Z0GI: two letters of an edition, then the report.
  {
    publisher: 'Reuters',
    pattern: /^(?:[a-z]+\.)*reuters\.com\/.*\bid[A-Z]{2}([A-Z][A-Z0-9]{7,10})\b/
  },
  { publisher: 'AP', pattern: /^(?:[a-z]+\.)*apnews\.com\/.*?\b([0-9a-f]{32})\b/ },
  { publisher: 'BBC', pattern: /^(?:[a-z]+\.)*bbc\.(?:com|co\.uk)\/.*-(\d{8})$/ },
  {
    publisher: 'Hearst',
    pattern: /^[^/]+\/(?:.*\/)?(?:article|slideshow)\/[^/]+-(\d{7,8})\.php(?:\?|$)/
  },
  { publisher: 'McClatchy', pattern: /^[^/]+\/.*\barticle(\d{8,9})\.html(?:\?|$)/ },
  { publisher: 'Gannett', pattern: /^[^/]+\/story\/.+\/(\d{10})(?:\?|$)/ },
  { publisher: 'PR Newswire', pattern: /^(?:[a-z]+\.)*prnewswire\.[a-z.]+\/.*-(\d{9})\.html/ },
  { publisher: 'Business Wire', pattern: /^(?:[a-z]+\.)*businesswire\.com\/.*\bhome\/(\d{14})\b/ },
  // businessinsider.com, .de, .com.au: the same words and month in every country.
  {
    publisher: 'Business Insider',
    pattern: /^(?:[a-z]+\.)*businessinsider\.[a-z.]+\/(?:[^?]*\/)?([^/?]+-20\d\d-\d{1,2})(?:\?|$)/
  }
]

/** An address that is longer, escapes spelled out, is not looked at. */
const MOST_LENGTH = 16_384

/**
 * Which report of a wire or a chain an address leads to, whatever edition or sister paper shows it.
 *
 * @returns `null` if the address does not say so. Never throws.
 */
export function workId(address: string | null): WorkId | null {
  const page = canonicalUrl(address)
  if (page === null || page.length > MOST_LENGTH) return null
  for (const { publisher, pattern } of RULES) {
    const number = pattern.exec(page)?.[1]
    if (number !== undefined) return { publisher, number }
  }
  return null
}
