import { fold } from '#shared/library/query-fold'
import { oneLine } from './plain-text'

/** What may be added: a topic that is known, or the typed text as a new one. */
export type TopicChoice = { readonly topic: string; readonly isNew: boolean }

/** What was typed in the form of a topic: no control characters, single blanks. */
const asTopic = (typed: string): string => oneLine(typed).trim().replace(/\s+/g, ' ')

/** @returns the topic of the story that was typed once more, `null` if it was none. */
export const topicThere = (typed: string, taken: readonly string[]): string | null =>
  taken.find((topic) => fold(topic) === fold(asTopic(typed))) ?? null

/**
 * The topics to offer: the library's own list of them. Only where there is none, those of its stories, of which some may
 * be misspelled.
 */
export const knownTopics = (
  vocabulary: readonly string[],
  used: readonly { readonly value: string }[]
): readonly string[] => (vocabulary.length > 0 ? vocabulary : used.map(({ value }) => value))

/** More would not be read. */
const MOST = 50

/**
 * The topics that match what was typed, best first: the exact one, those that start with it, those that hold it. Text
 * that is no known topic can be added as it is, last of all.
 */
export function topicChoices(
  typed: string,
  known: readonly string[],
  taken: readonly string[]
): readonly TopicChoice[] {
  const text = asTopic(typed)
  const wanted = fold(text)
  const rank = (topic: string): number => {
    const folded = fold(topic)
    if (folded === wanted) return 0
    if (folded.startsWith(wanted)) return 1
    return folded.includes(wanted) ? 2 : 3
  }
  const found = known
    .filter((topic) => !taken.includes(topic))
    .map((topic) => ({ topic, isNew: false, rank: rank(topic) }))
    .filter((choice) => choice.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
  const isThere = [...known, ...taken].some((topic) => fold(topic) === wanted)
  const choices = found.map(({ topic, isNew }) => ({ topic, isNew }))
  return text === '' || isThere ? choices : [...choices, { topic: text, isNew: true }]
}
