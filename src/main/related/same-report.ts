import type { Fingerprint } from './fingerprint'
import { jaccard } from './min-hash'
import { timeApart } from './time-apart'
import type { WordRarity } from './word-rarity'

/** How sure it is that two are one: the same address, the same report of a wire, the same title, or nearly. */
export type Tier = 'same-page' | 'same-work' | 'same-title' | 'near'

/** That two are one, and why: a sentence for an editor. */
export type Likeness = { readonly tier: Tier; readonly why: string }

const DAY_MS = 86_400_000
const MOST_DAYS_APART = 3
const LEAST_TITLE_WORDS = 4
const LEAST_TITLE_LIKENESS = 0.7
const LEAST_EXCERPT_LIKENESS = 0.45

/**
 * Compares two stories or links. Both ways round the answer is the same.
 *
 * @returns `null` unless they are one report; the surest tier that holds otherwise.
 */
export function likenessOf(a: Fingerprint, b: Fingerprint, isRare: WordRarity): Likeness | null {
  if (a.page !== null && a.page === b.page) {
    return { tier: 'same-page', why: `Both lead to the same page, ${a.page}.` }
  }
  if (
    a.work !== null &&
    a.work.number === b.work?.number &&
    a.work.publisher === b.work.publisher
  ) {
    const { publisher, number } = a.work
    return { tier: 'same-work', why: `Both are report ${number} of ${publisher}.` }
  }
  if (!nearInTime(a, b) || a.facts !== b.facts) return null
  return sameTitle(a, b) ?? nearTitle(a, b, isRare)
}

/** Of two without a date nothing speaks against it; one date alone says nothing. */
const nearInTime = (a: Fingerprint, b: Fingerprint): boolean =>
  a.publishedAt === null || b.publishedAt === null
    ? a.publishedAt === b.publishedAt
    : Math.abs(a.publishedAt - b.publishedAt) <= MOST_DAYS_APART * DAY_MS

function sameTitle(a: Fingerprint, b: Fingerprint): Likeness | null {
  if (a.title !== b.title || a.titleWords.length < LEAST_TITLE_WORDS) return null
  return { tier: 'same-title', why: `The same title, ${timeApart(a.publishedAt, b.publishedAt)}.` }
}

function nearTitle(a: Fingerprint, b: Fingerprint, isRare: WordRarity): Likeness | null {
  if (Math.min(a.titleWords.length, b.titleWords.length) < LEAST_TITLE_WORDS) return null
  const likeness = jaccard(a.titleGrams(), b.titleGrams())
  if (likeness < LEAST_TITLE_LIKENESS) return null
  if (excerptLikeness(a.excerpt(), b.excerpt()) < LEAST_EXCERPT_LIKENESS) return null
  if (hasRareOfItsOwn(a, b, isRare) && hasRareOfItsOwn(b, a, isRare)) return null
  const percent = Math.floor(likeness * 100)
  return {
    tier: 'near',
    why: `Titles ${percent} % alike, excerpts too, ${timeApart(a.publishedAt, b.publishedAt)}.`
  }
}

/** The share of the shorter excerpt's words that the longer one has too; 1 if one of them is missing. */
function excerptLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [short, long] = a.size < b.size ? [a, b] : [b, a]
  if (short.size === 0) return 1
  let shared = 0
  for (const word of short) if (long.has(word)) shared += 1
  return shared / short.size
}

/** `avert` and `averts`, `million` and `millionth` count as one word. */
function hasRareOfItsOwn(own: Fingerprint, other: Fingerprint, isRare: WordRarity): boolean {
  return own.titleWords.some((word) => {
    const stem = word.slice(0, 4)
    return isRare(word) && !other.titleWords.some((theirs) => theirs.slice(0, 4) === stem)
  })
}
