const NOT_ASCII = /[^\p{ASCII}]/u
const MARKS = /\p{M}+/gu
const POSSESSIVE = /['’]s\b/g
const APOSTROPHES = /['’]/g
/** Scripts without spaces: each character is a word of its own. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu
const ASCII_WORD = /[a-z0-9]+/g

/**
 * The words of a text in order, in lower case, without accents, possessives and the plural's s: what two texts about
 * the same thing have in common. Punctuation parts words; numbers are words.
 */
export function words(text: string | null): string[] {
  if (text === null) return []
  const lower = text.toLowerCase()
  const plain = NOT_ASCII.test(lower) ? lower.normalize('NFKD').replace(MARKS, '') : lower
  const joined = plain.replace(POSSESSIVE, '').replace(APOSTROPHES, '')
  const found = joined.match(NOT_ASCII.test(joined) ? WORD : ASCII_WORD) ?? []
  return found.map(singular)
}

/** A rough rule for English; a wrong stem does no harm as long as it is always the same. */
function singular(word: string): string {
  if (word.length <= 3 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us')) {
    return word
  }
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}
