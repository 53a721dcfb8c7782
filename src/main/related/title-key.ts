import { asDigits } from './number-words'
import { words } from './words'

/** `| Kessel News & Post`: the outlet's name behind a bar, or behind a dash if it looks like a name. */
const NAME = "[A-Z][\\w.&'’]*(?:\\s+(?:&|[A-Z][\\w.&'’]*)){0,4}"
const OUTLET = new RegExp(`\\s(?:[|»•]\\s*[^|»•]{2,60}|[-–—]\\s+${NAME})\\s*$`, 'u')
/** `UPDATE 2-`, `Exclusive: `, `WATCH NOW: `: how a desk marks a version of the same report. */
const MARKS = [
  'update|updated|refile|corrected|wrapup|recast|rpt|exclusive|breaking|breaking news|video|live',
  'watch|watch now|watch live|factbox|explainer|opinion|commentary|analysis|column|the latest'
]
const MARK = new RegExp(`^\\s*(?:${MARKS.join('|')})(?:\\s*\\d+)?\\s*[:|–—-]\\s*`, 'i')
/** `GLOBAL MARKETS-Asian shares up`: a wire's word for what the report belongs to. */
const SLUG = /^[A-Z]{3}[A-Z. ]*-(?=[A-Z])/

/** Longer titles are cut: what is compared must stay small, whatever a file holds. */
const MOST_LENGTH = 1000

/** A title without the outlet's name behind it and the desk's marks before it. */
export function bareTitle(title: string): string {
  const named = title.slice(0, MOST_LENGTH).replace(OUTLET, '')
  const bare = named.replace(MARK, '').replace(SLUG, '').replace(MARK, '')
  return bare.trim() === '' ? named : bare
}

/**
 * The words of a title as everybody prints it, small numbers as digits. Titles with the same words in the same
 * order are the same.
 */
export const titleWords = (title: string | null): readonly string[] =>
  title === null ? [] : words(bareTitle(title)).map((word) => asDigits(word) ?? word)
