import { GrowingNumbers } from './growing-numbers'
import { NumberLists } from './number-lists'
import { Vocabulary } from './vocabulary'

/** The words of a title and an excerpt, in order. */
export type TextWords = { readonly title: readonly string[]; readonly excerpt: readonly string[] }

/** Where a text's words stand in `TextIndex.sequence`: the title from `start`, the excerpt from `excerpt` to `end`. */
export type Extent = { readonly start: number; readonly excerpt: number; readonly end: number }

/** A posting is a text's number times two, plus one if the word stands in its title. */
const IN_TITLE = 1
const NO_TEXT = -1

/**
 * Which texts hold a word, and which words a text holds, in order. All in typed arrays: 4 bytes for a word's place
 * and 8 for a word and text. Removed texts leave a gap (see `gaps`).
 */
export class TextIndex {
  readonly vocabulary = new Vocabulary()
  /** Words by number, text after text. */
  readonly sequence = new GrowingNumbers()
  readonly #extents: (Extent | null)[] = []
  /** By word. */
  readonly #postings = new NumberLists()
  /** By word: the text that was last seen to hold it, so that it is counted once. */
  readonly #lastText = new GrowingNumbers()
  #count = 0
  #titleWords = 0
  #excerptWords = 0

  /** How many texts there are. */
  get count(): number {
    return this.#count
  }

  /** How many texts were removed; their postings are still there. */
  get gaps(): number {
    return this.#extents.length - this.#count
  }

  /** One more than the highest number of a text. */
  get end(): number {
    return this.#extents.length
  }

  get meanTitle(): number {
    return this.#titleWords / Math.max(1, this.#count)
  }

  get meanExcerpt(): number {
    return this.#excerptWords / Math.max(1, this.#count)
  }

  /** @returns the text's number. Numbers go up from 0 and are not used again. */
  add({ title, excerpt }: TextWords): number {
    const text = this.#extents.length
    const start = this.sequence.length
    for (const word of title) this.#hold(text, word, IN_TITLE)
    for (const word of excerpt) this.#hold(text, word, 0)
    const end = this.sequence.length
    this.#extents.push({ start, excerpt: start + title.length, end })
    this.#tally({ start, excerpt: start + title.length, end }, 1)
    return text
  }

  /** Takes a text out of all counts. */
  remove(text: number): void {
    const extent = this.extentOf(text)
    if (extent === null) return
    this.#extents[text] = null
    this.#tally(extent, -1)
    const { holders, titleHolders } = this.vocabulary
    const inTitle = this.sequence.values.subarray(extent.start, extent.excerpt)
    for (const word of new Set(inTitle)) titleHolders.add(word, -1)
    const all = this.sequence.values.subarray(extent.start, extent.end)
    for (const word of new Set(all)) holders.add(word, -1)
  }

  /** @returns `null` for a removed text. */
  extentOf(text: number): Extent | null {
    return this.#extents[text] ?? null
  }

  /** Adds `gain` to `scores` for every text that holds the word, `titleGain` if its title does. */
  reward(word: number, gain: number, titleGain: number, scores: Float64Array): void {
    for (const posting of this.#postings.read(word)) {
      const text = posting >> 1
      scores[text] = (scores[text] ?? 0) + ((posting & IN_TITLE) === 0 ? gain : titleGain)
    }
  }

  #hold(text: number, name: string, inTitle: number): void {
    const word = this.vocabulary.numberFor(name)
    if (word === this.#postings.count) {
      this.#postings.open()
      this.#lastText.push(NO_TEXT)
    }
    this.sequence.push(word)
    if (this.#lastText.values[word] === text) return
    this.#lastText.values[word] = text
    this.#postings.add(word, text * 2 + inTitle)
    this.vocabulary.holders.add(word, 1)
    if (inTitle === IN_TITLE) this.vocabulary.titleHolders.add(word, 1)
  }

  #tally({ start, excerpt, end }: Extent, by: 1 | -1): void {
    this.#count += by
    this.#titleWords += by * (excerpt - start)
    this.#excerptWords += by * (end - excerpt)
  }
}
