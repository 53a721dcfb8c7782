import type { StoryId } from '#shared/story/story-id'
import { canonicalUrl } from './canonical-url'
import { fingerprintOf } from './fingerprint'
import type { Coverage, KnownCoverage } from './known-coverage'
import type { KnownStory, StoryAndLinks } from './known-story'
import { ask } from './question'
import { rankCoverage } from './rank-coverage'
import { likenessOf } from './same-report'
import { createReasons } from './suggestion-reason'
import { textWordsOf } from './text-words'
import { rarityIn } from './word-rarity'

/** Coverage that a story's list does not hold yet. */
export type Suggestion = {
  /** Where the coverage is. No two suggestions lead to the same page. */
  readonly url: string
  /** The story that it is, or `null` for a link without a file of its own. */
  readonly story: StoryId | null
  /** The first of the stories in whose files it stands: `story` itself, or one that links to it. */
  readonly source: StoryId
  readonly known: KnownStory
  /** For ordering the suggestions of one story; above 0. */
  readonly score: number
  /** For an editor: `5 words shared (gilead, japan, remdesivir), 2 days apart`. */
  readonly why: string
}

export type SuggestOptions = {
  readonly limit: number
  /** Whether to offer other outlets' copies of the story's own report, and of better suggestions. */
  readonly copies: 'leave-out' | 'offer'
  /** Addresses that an editor said are not related. */
  readonly declined?: readonly string[]
}

/**
 * What to add to a story's list, best first. The story need not be in `coverage`. Never offered: the story's own page,
 * what the list holds, and duplicates of that.
 */
export function suggest(
  coverage: KnownCoverage,
  one: StoryAndLinks,
  options: SuggestOptions
): readonly Suggestion[] {
  const { story } = one
  const question = ask(coverage.texts, textWordsOf(story))
  const isWanted = wantedFor(coverage, one, options)
  const reasonFor = createReasons(coverage.texts, story)
  const found: Suggestion[] = []
  for (const { candidate, text, score } of rankCoverage(coverage, story, question)) {
    if (found.length >= options.limit) break
    if (!isWanted(candidate)) continue
    const { known, page, sources } = candidate
    found.push({
      url: known.webUrl ?? known.ampWebUrl ?? page,
      story: known.id,
      source: firstOf(sources),
      known,
      score,
      why: reasonFor(question.sharedWith(text), known)
    })
  }
  return found
}

/** Tells once of each page whether it may be offered. */
function wantedFor(
  coverage: KnownCoverage,
  { story, links }: StoryAndLinks,
  { copies, declined = [] }: SuggestOptions
): (candidate: Coverage) => boolean {
  const isRare = rarityIn(coverage.texts)
  const offersCopies = copies === 'offer'
  const had = (offersCopies ? links : [story, ...links]).map(fingerprintOf)
  const pages = new Set(declined.map(canonicalUrl))
  for (const { webUrl, ampWebUrl } of [story, ...links])
    pages.add(canonicalUrl(webUrl ?? ampWebUrl))

  return ({ known, page }) => {
    if (known.id === story.id || pages.has(page)) return false
    // The story itself is a better answer than a link to it.
    if (known.id === null && coverage.isStory(page)) return false
    const fingerprint = fingerprintOf(known)
    if (had.some((other) => likenessOf(fingerprint, other, isRare) !== null)) return false
    pages.add(page)
    if (!offersCopies) had.push(fingerprint)
    return true
  }
}

const firstOf = (sources: ReadonlySet<StoryId>): StoryId =>
  [...sources].reduce((first, source) => (source < first ? source : first))
