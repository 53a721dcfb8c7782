import type { Json } from '#shared/json'

/**
 * How a field is called in an editor's words: `provider/name` is `provider name`, `publishedDateTime` is `date`,
 * `images/0/url` is `image 1 url`.
 */
export function fieldWords(field: string): string {
  if (field === 'publishedDateTime') return 'date'
  return field
    .split('/')
    .map((token) => (/^\d+$/.test(token) ? String(Number(token) + 1) : unescaped(token)))
    .join(' ')
    .replace(/^images (?=\d)/, 'image ')
}

/** Starts a line with words that can stand in the middle of one. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/**
 * Says a value that is no list and no map in one line. A missing value and an empty one are two things to Jekyll:
 * `published:` without a value holds a story back.
 */
export function valueWords(value: Json | undefined): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'empty'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'string' ? quoted(value) : String(value)
}

const unescaped = (token: string): string => token.replace(/~1/g, '/').replace(/~0/g, '~')

/** Some words, or a text of a story, in curly quotes and cut to what fits into one line of a menu. */
export const quoted = (text: string): string => `“${shortened(text)}”`

const LONGEST = 40

/** The start of a text in one line, cut between characters. */
export function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length <= LONGEST
    ? characters.join('')
    : `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
}
