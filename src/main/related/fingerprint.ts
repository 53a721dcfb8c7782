import { canonicalUrl } from './canonical-url'
import { fixedFacts } from './fixed-facts'
import type { KnownStory } from './known-story'
import { bandKeys, grams } from './min-hash'
import { titleWords } from './title-key'
import { words } from './words'
import { type WorkId, workId } from './work-id'

/** What is compared of a story or link to find its duplicates. */
export type Fingerprint = {
  readonly publishedAt: number | null
  /** The canonical address. The AMP address counts only where there is no other: all posts of a live blog share one. */
  readonly page: string | null
  readonly work: WorkId | null
  readonly titleWords: readonly string[]
  /** The title's words joined; `''` without a title. */
  readonly title: string
  /** See `fixedFacts`. */
  readonly facts: string
  readonly titleGrams: () => Int32Array
  /** See `bandKeys`. */
  readonly bands: () => readonly number[]
  /** The excerpt's words, each once. */
  readonly excerpt: () => ReadonlySet<string>
}

/** What lies behind is not compared. */
const MOST_EXCERPT_LENGTH = 4000

/** What takes time is worked out when it is first asked for: most pairs differ in something simpler. */
export function fingerprintOf(known: KnownStory): Fingerprint {
  const address = known.webUrl ?? known.ampWebUrl
  const inTitle = titleWords(known.title)
  const title = inTitle.join(' ')
  const titleGrams = once(() => grams(title))
  const bands = once(() => bandKeys(titleGrams()))
  const excerpt = once(() => new Set(words(known.excerpt?.slice(0, MOST_EXCERPT_LENGTH) ?? null)))
  return {
    publishedAt: known.publishedAt,
    page: canonicalUrl(address),
    work: workId(address),
    titleWords: inTitle,
    title,
    facts: fixedFacts(inTitle),
    titleGrams,
    bands,
    excerpt
  }
}

function once<T>(work: () => T): () => T {
  let result: { readonly value: T } | null = null
  return () => {
    result ??= { value: work() }
    return result.value
  }
}
