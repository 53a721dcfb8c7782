import { pairScorer } from './pair-score'
import { type QuestionWord, questionWords } from './question-words'
import type { TextIndex, TextWords } from './text-index'
import { UNKNOWN_WORD } from './vocabulary'
import { wordScorer } from './word-score'

/** How much shared pairs of words count beside shared words: those of the titles, and all. */
const TITLE_PAIRS = 0.5
const ALL_PAIRS = 0.3
/** A word in a text's title makes it a candidate sooner than one in its excerpt. */
const TITLE_GAIN = 1.5

/** A text that is asked for, prepared for comparing it with many. Good until the index changes. */
export type Question = {
  /**
   * Points for every text that shares words, by text. It looks at rare words first and stops after about
   * `mostPostings` pairs of word and text. This finds candidates; `likenessTo` compares them.
   */
  readonly gather: (mostPostings: number) => Float64Array
  /** From 0 for nothing in common to about 1.8 for the same text. */
  readonly likenessTo: (text: number) => number
  /** The words that both have, the rarest first. */
  readonly sharedWith: (text: number) => readonly QuestionWord[]
}

export function ask(index: TextIndex, text: TextWords): Question {
  const words = questionWords(index, text)
  const slots = new Uint16Array(index.vocabulary.size)
  words.forEach(({ word }, at) => {
    if (word !== UNKNOWN_WORD) slots[word] = at + 1
  })
  const scoreWords = wordScorer(index, words, slots)
  const scorePairs = pairScorer(index, text, slots)
  return {
    gather: (mostPostings) => gather(index, words, mostPostings),
    likenessTo(candidate) {
      const { title, all } = scorePairs(candidate)
      return scoreWords(candidate) + TITLE_PAIRS * title + ALL_PAIRS * all
    },
    sharedWith(candidate) {
      const theirs = wordsOf(index, candidate)
      return words.filter(({ word }) => theirs.has(word))
    }
  }
}

function gather(
  index: TextIndex,
  words: readonly QuestionWord[],
  mostPostings: number
): Float64Array {
  const points = new Float64Array(index.end)
  let walked = 0
  for (const { word, inTitle, rarity } of words) {
    if (walked > mostPostings) break
    const gain = inTitle > 0 ? rarity * TITLE_GAIN : rarity
    index.reward(word, gain, gain * TITLE_GAIN, points)
    walked += index.vocabulary.holders.values[word] ?? 0
  }
  return points
}

function wordsOf(index: TextIndex, text: number): ReadonlySet<number> {
  const extent = index.extentOf(text)
  if (extent === null) return new Set()
  return new Set(index.sequence.values.subarray(extent.start, extent.end))
}
