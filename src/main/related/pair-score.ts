import { rarityOver } from './rarity'
import type { TextIndex, TextWords } from './text-index'

/** How much two texts have in common, from 0 to about 1: in their titles, and in titles and excerpts together. */
export type PairScore = { readonly title: number; readonly all: number }

/** A pair of neighbouring words of the question. */
type Pair = { readonly inTitle: boolean; lastText: number }

/** A run of words of the index: from `start`, up to `end`. */
type Run = { readonly sequence: Int32Array; readonly start: number; readonly end: number }

/** What pairs of one run weigh that the question has too, and of these, those that its title has. */
type Weights = { readonly shared: number; readonly inTitle: number }

/**
 * Compares pairs of neighbouring words: what is said in the same words is likely about the same event. A pair weighs
 * as much as its rarer word; what both have is put in relation to what the question has and to both lengths.
 *
 * @param slots by word of the index: a number from 1 to 999 if the question has the word, or 0
 */
export function pairScorer(
  index: TextIndex,
  { title, excerpt }: TextWords,
  slots: Uint16Array
): (text: number) => PairScore {
  const rarity = rarityOver(index)
  const pairs = new Map<number, Pair>()
  const ownTitle = collect(runOf(index, title), true)
  const ownAll = ownTitle + collect(runOf(index, excerpt), false)
  const pairsInTitle = Math.max(1, title.length - 1)
  const pairsInAll = Math.max(1, title.length + excerpt.length - 2)

  return (text) => {
    const extent = index.extentOf(text)
    if (extent === null) return { title: 0, all: 0 }
    const sequence = index.sequence.values
    const inTitle = weigh({ sequence, start: extent.start, end: extent.excerpt }, text)
    const inExcerpt = weigh({ sequence, start: extent.excerpt, end: extent.end }, text)
    const lengthTitle = Math.max(1, extent.excerpt - extent.start - 1)
    const lengthAll = Math.max(1, extent.end - extent.start - 2)
    return {
      title: share(inTitle.inTitle, ownTitle * Math.sqrt(lengthTitle / pairsInTitle)),
      all: share(inTitle.shared + inExcerpt.shared, ownAll * Math.sqrt(lengthAll / pairsInAll))
    }
  }

  function collect({ sequence, start, end }: Run, inTitle: boolean): number {
    let weight = 0
    for (let at = start + 1; at < end; at += 1) {
      const [first, second] = [sequence[at - 1] ?? 0, sequence[at] ?? 0]
      weight += Math.max(rarity(first), rarity(second))
      const key = keyOf(slots[first] ?? 0, slots[second] ?? 0)
      if (!pairs.has(key)) pairs.set(key, { inTitle, lastText: -1 })
    }
    return weight
  }

  function weigh({ sequence, start, end }: Run, text: number): Weights {
    let [shared, inTitle, first] = [0, 0, 0]
    for (let at = start; at < end; at += 1) {
      const second = slots[sequence[at] ?? 0] ?? 0
      const pair = first === 0 || second === 0 ? undefined : pairs.get(keyOf(first, second))
      first = second
      if (pair === undefined || pair.lastText === text) continue
      pair.lastText = text
      const weight = Math.max(rarity(sequence[at - 1] ?? 0), rarity(sequence[at] ?? 0))
      shared += weight
      if (pair.inTitle) inTitle += weight
    }
    return { shared, inTitle }
  }
}

function runOf({ vocabulary }: TextIndex, words: readonly string[]): Run {
  const sequence = Int32Array.from(words, (word) => vocabulary.numberOf(word))
  return { sequence, start: 0, end: sequence.length }
}

const keyOf = (first: number, second: number): number => first * 1000 + second

const share = (shared: number, of: number): number => (shared === 0 ? 0 : shared / of)
