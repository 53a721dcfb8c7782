import { rarityOver } from './rarity'
import type { TextIndex, TextWords } from './text-index'

/** One word of the text that is asked for. */
export type QuestionWord = {
  /** Its number in the index, or `UNKNOWN_WORD`. */
  readonly word: number
  /** How often it stands in the title and in the excerpt. */
  readonly inTitle: number
  readonly inExcerpt: number
  /** How telling it is: near 0 for a word that all texts hold (BM25's idf). */
  readonly rarity: number
}

/** The words of a text, each once, the rarest first. Words that nobody ever held count as much as those nobody holds now. */
export function questionWords(
  index: TextIndex,
  { title, excerpt }: TextWords
): readonly QuestionWord[] {
  const rarity = rarityOver(index)
  const inTitle = tally(title)
  const inExcerpt = tally(excerpt)
  return [...new Set([...title, ...excerpt])]
    .map((name) => {
      const word = index.vocabulary.numberOf(name)
      return {
        word,
        inTitle: inTitle.get(name) ?? 0,
        inExcerpt: inExcerpt.get(name) ?? 0,
        rarity: rarity(word)
      }
    })
    .sort((a, b) => b.rarity - a.rarity)
}

function tally(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
