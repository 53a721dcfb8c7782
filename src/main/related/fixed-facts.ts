import { asDigits } from './number-words'

const WEEKDAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '))
const MONTHS = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((month) => [
      [month, month],
      [month.slice(0, 3), month]
    ])
)
const ORDINALS = new Map(
  'first second third fourth fifth'.split(' ').map((word, at) => [word, String(at + 1)])
)

/**
 * The numbers, months and weekdays among the words of a title, sorted and joined. Titles in which they differ tell of
 * different things, however alike they are: "rollup 46" is not "rollup 47".
 */
export function fixedFacts(titleWords: readonly string[]): string {
  return titleWords
    .map(factOf)
    .filter((fact) => fact !== null)
    .sort()
    .join(' ')
}

function factOf(word: string): string | null {
  if (/\d/.test(word)) return word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1')
  if (WEEKDAYS.has(word)) return word
  return MONTHS.get(word) ?? ORDINALS.get(word) ?? asDigits(word)
}
