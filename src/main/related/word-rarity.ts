import type { TextIndex } from './text-index'

/** Tells whether so few titles have a word that it names what a title is about. */
export type WordRarity = (word: string) => boolean

/** At most one title in so many has a rare word, but two titles may always. */
const TITLES_PER_RARE_WORD = 50

/** Counts the words of all titles of a library. */
export function rarityAmong(titles: Iterable<readonly string[]>): WordRarity {
  const holders = new Map<string, number>()
  let count = 0
  for (const title of titles) {
    count += 1
    for (const word of new Set(title)) holders.set(word, (holders.get(word) ?? 0) + 1)
  }
  const most = mostHolders(count)
  return (word) => (holders.get(word) ?? 0) <= most
}

/** The same, counted over the titles that an index holds. */
export const rarityIn =
  ({ vocabulary, count }: TextIndex): WordRarity =>
  (name) => {
    const holders = vocabulary.titleHolders.values[vocabulary.numberOf(name)] ?? 0
    return holders <= mostHolders(count)
  }

const mostHolders = (titles: number): number => Math.max(2, titles / TITLES_PER_RARE_WORD)
