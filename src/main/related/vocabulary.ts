import { GrowingNumbers } from './growing-numbers'

/** Instead of a word's number. No text holds such a word. */
export const UNKNOWN_WORD = -1

/** Numbers the words of a library and counts the texts that hold them. Words keep their number when nobody holds them. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly #words: string[] = []
  /** By word: how many texts hold it, in the title or the excerpt. */
  readonly holders = new GrowingNumbers()
  /** By word: how many titles hold it. */
  readonly titleHolders = new GrowingNumbers()

  get size(): number {
    return this.#words.length
  }

  /** @returns the word's number, a new one if it is new. */
  numberFor(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.#words.push(word) - 1
    this.#numbers.set(word, number)
    this.holders.push(0)
    this.titleHolders.push(0)
    return number
  }

  /** @returns `UNKNOWN_WORD` if no text ever held the word. */
  numberOf(word: string): number {
    return this.#numbers.get(word) ?? UNKNOWN_WORD
  }

  wordAt(number: number): string {
    return this.#words[number] ?? ''
  }
}
