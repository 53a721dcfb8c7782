import { asDigits } from './number-words'
import { words } from './words'

/** `| Raleigh News & Observer`: the outlet's name behind a bar, or behind a dash if it looks like a name. */
const OUTLET = /\s+(?:[|»•]\s*[^|»•]{2,60}|[-–—]\s+(?:[A-Z][\w.&'’]*\s*){1,5})$/u
/** `UPDATE 2-`, `Exclusive: `, `WATCH NOW: `: how a desk marks a version of the same report. */
const MARKS = [
  'update|updated|refile|corrected|wrapup|recast|rpt|exclusive|breaking|breaking news|video|live',
  'watch|watch now|watch live|factbox|explainer|opinion|commentary|analysis|column|the latest'
]
const MARK = new RegExp(`^\\s*(?:${MARKS.join('|')})(?:\\s*\\d+)?\\s*[:|–—-]\\s*`, 'i')
/** `GLOBAL MARKETS-Asian shares up`: a wire's word for what the report belongs to. */
const SLUG = /^[A-Z]{3}[A-Z. ]*-(?=[A-Z])/

/** A title without the outlet's name behind it and the desk's marks before it. */
export function bareTitle(title: string): string {
  const named = title.replace(OUTLET, '')
  const bare = named.replace(MARK, '').replace(SLUG, '').replace(MARK, '')
  return bare.trim() === '' ? title : bare
}

/**
 * The words of a title as everybody prints it, small numbers as digits. Titles with the same words in the same
 * order are the same.
 */
export const titleWords = (title: string | null): readonly string[] =>
  title === null ? [] : words(bareTitle(title)).map((word) => asDigits(word) ?? word)
