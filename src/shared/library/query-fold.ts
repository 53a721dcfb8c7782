/**
 * Brings text into the form in which search compares it: lower case, without accents, with plain quotes, dashes
 * and single blanks. Two texts that an editor would call the same fold to the same; a folded text holds no line break.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(LOOK_ALIKE, (character) => PLAIN_FORM.get(character) ?? character)
    .replace(UNEVEN_BLANKS, ' ')
    .trim()
}

/** Two blanks or more, or one of another sort; a plain one is not worth replacing. */
const UNEVEN_BLANKS = /\s{2,}|[^\S ]/g

/** Printable ASCII without a blank at either end or two in a row. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** Latin, Hebrew and Arabic accents, and what shows nothing: soft hyphen, zero width, direction, variation. */
const INVISIBLE =
  /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/g

/** Letters and marks that decomposition leaves alone, though people type them the plain way. */
const PLAIN_FORM: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['þ', 'th'],
  ['ς', 'σ'],
  ['‘', "'"],
  ['’', "'"],
  ['ʼ', "'"],
  ['‚', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‐', '-'],
  ['‒', '-'],
  ['–', '-'],
  ['—', '-']
])
const LOOK_ALIKE = new RegExp(`[${[...PLAIN_FORM.keys()].join('')}]`, 'g')
