import type { TextIndex } from './text-index'

/** The logarithms that are needed most: of a word's holders plus a half. */
const LOGS = Float64Array.from({ length: 4096 }, (_, holders) => Math.log(holders + 0.5))

/**
 * How telling a word is (BM25's idf): near 0 if all texts hold it, 9 if one of 10,000 does. Good until the index
 * changes.
 */
export function rarityOver({ count, vocabulary }: TextIndex): (word: number) => number {
  const logOfAll = Math.log(count + 1)
  const holders = vocabulary.holders.values
  return (word) => {
    const held = holders[word] ?? 0
    return logOfAll - (LOGS[held] ?? Math.log(held + 0.5))
  }
}
