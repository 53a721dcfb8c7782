import type { KnownStory } from './known-story'
import { words } from './words'

/** A topic and the words and phrases that tell of it. */
export type TopicKeywords = { readonly name: string; readonly keywords: readonly string[] }

/** Finds the topics whose keywords a story's title and excerpt hold, the likeliest first. */
export type TopicFinder = (story: Pick<KnownStory, 'title' | 'excerpt'>) => readonly string[]

/** What lies behind counts for nothing: a whole book in an excerpt must not slow everybody down. */
const MOST_TEXT = 4000
/** A title says what a story is about; an excerpt also names what it is not. */
const TITLE_WEIGHT = 2

type Phrase = { readonly topic: number; readonly rest: readonly string[] }

/**
 * A keyword is held where all its words follow each other, in any case, number and accent; parts of words count for
 * nothing. Every keyword counts once, in the title twice; the order of `topics` decides between equals.
 */
export function createTopicFinder(topics: readonly TopicKeywords[]): TopicFinder {
  const phrases = phrasesByFirstWord(topics)
  return ({ title, excerpt }) => {
    const scores = new Map<number, number>()
    const seen = new Set<Phrase>()
    const texts = [
      { found: words(title?.slice(0, MOST_TEXT) ?? null), weight: TITLE_WEIGHT },
      { found: words(excerpt?.slice(0, MOST_TEXT) ?? null), weight: 1 }
    ]
    for (const { found, weight } of texts) {
      for (const phrase of held(found, phrases)) {
        if (seen.has(phrase)) continue
        seen.add(phrase)
        scores.set(phrase.topic, (scores.get(phrase.topic) ?? 0) + weight)
      }
    }
    return [...scores]
      .sort(([one, a], [other, b]) => b - a || one - other)
      .flatMap(([topic]) => topics[topic]?.name ?? [])
  }
}

function phrasesByFirstWord(
  topics: readonly TopicKeywords[]
): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>()
  for (const [topic, { keywords }] of topics.entries()) {
    const own = new Map(keywords.map((keyword) => [words(keyword).join(' '), words(keyword)]))
    for (const [first, ...rest] of own.values()) {
      if (first === undefined) continue
      const alike = phrases.get(first) ?? []
      alike.push({ topic, rest })
      phrases.set(first, alike)
    }
  }
  return phrases
}

const held = (
  text: readonly string[],
  phrases: ReadonlyMap<string, readonly Phrase[]>
): readonly Phrase[] =>
  text.flatMap((word, at) =>
    (phrases.get(word) ?? []).filter(({ rest }) =>
      rest.every((next, by) => text[at + 1 + by] === next)
    )
  )
