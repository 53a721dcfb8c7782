import type { QuestionWord } from './question-words'
import type { TextIndex } from './text-index'

const TITLE_WEIGHT = 2
/** BM25's k1: how soon it stops to count that a text repeats a word. */
const SATURATION = 1.2
/** BM25's b: how much a long title, a long excerpt takes away from each of its words. */
const TITLE_LENGTH = 0.4
const EXCERPT_LENGTH = 0.85
/** The same as k1 for words that the question repeats. */
const QUESTION_SATURATION = 1.5

/**
 * BM25F over title and excerpt, as a share of what the question gets against itself: 1 for the same text.
 *
 * @param slots by word of the index: its place in `words` plus 1, or 0
 */
export function wordScorer(
  index: TextIndex,
  words: readonly QuestionWord[],
  slots: Uint16Array
): (text: number) => number {
  const weights = Float64Array.from(words, weightOf)
  // By slot. What the question does not have is counted at 0.
  const inTitle = new Uint16Array(words.length + 1)
  const inExcerpt = new Uint16Array(words.length + 1)
  const best = ownScore()

  return (text) => {
    const extent = index.extentOf(text)
    if (extent === null || best === 0) return 0
    count(index, slots, inTitle, extent.start, extent.excerpt)
    count(index, slots, inExcerpt, extent.excerpt, extent.end)
    return sum(extent.excerpt - extent.start, extent.end - extent.excerpt) / best
  }

  function ownScore(): number {
    words.forEach((word, at) => {
      inTitle[at + 1] = word.inTitle
      inExcerpt[at + 1] = word.inExcerpt
    })
    const total = (counts: Uint16Array) => counts.reduce((all, count) => all + count, 0)
    return sum(total(inTitle), total(inExcerpt))
  }

  function sum(titleLength: number, excerptLength: number): number {
    const ofTitle = TITLE_WEIGHT / penalty(titleLength, index.meanTitle, TITLE_LENGTH)
    const ofExcerpt = 1 / penalty(excerptLength, index.meanExcerpt, EXCERPT_LENGTH)
    let score = 0
    for (let slot = 1; slot < inTitle.length; slot += 1) {
      const often = ofTitle * (inTitle[slot] ?? 0) + ofExcerpt * (inExcerpt[slot] ?? 0)
      if (often === 0) continue
      score += ((weights[slot - 1] ?? 0) * often) / (often + SATURATION)
    }
    return score
  }
}

function count(
  index: TextIndex,
  slots: Uint16Array,
  counts: Uint16Array,
  start: number,
  end: number
): void {
  counts.fill(0)
  const sequence = index.sequence.values
  for (let at = start; at < end; at += 1) {
    const slot = slots[sequence[at] ?? 0] ?? 0
    counts[slot] = (counts[slot] ?? 0) + 1
  }
}

/** What a word's points are divided by: 1 in a text of the usual length, more in a longer one. */
const penalty = (length: number, mean: number, matters: number): number =>
  1 - matters + (matters * length) / Math.max(1, mean)

function weightOf({ inTitle, inExcerpt, rarity }: QuestionWord): number {
  const often = TITLE_WEIGHT * inTitle + inExcerpt
  return (rarity * often) / (often + QUESTION_SATURATION)
}
