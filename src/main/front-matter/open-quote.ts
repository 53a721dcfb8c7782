/** A value in quotes behind a key or a dash. */
const OPENING = /^[ \t]*(?:-[ \t]+)*(?:[^\s#'"][^\n\r"']*?:[ \t]+|-[ \t]+)(["'])/gm
/** What may stand behind a closing quote: nothing, a comment, or the next part of a list in brackets. */
const BEHIND = /^[ \t]*(?:$|#|[,\]}:\r\n])/

/**
 * Finds the quote that an editor forgot to close. A parser reads on to the next quote, somewhere below, and blames
 * what it finds behind that one.
 *
 * @param before where the parser gave up; quotes that open behind it are not to blame.
 * @returns the offset of the opening quote, or `null` if every quote before is closed.
 */
export function findOpenQuote(source: string, before: number): number | null {
  OPENING.lastIndex = 0
  for (let found = OPENING.exec(source); found !== null; found = OPENING.exec(source)) {
    const start = found.index + found[0].length - 1
    if (start > before) return null
    const end = closingQuote(source, start)
    if (end === null) return start
    // Closed on a later line with text behind: that quote was meant to open something else.
    const wraps = source.slice(start, end).includes('\n')
    if (wraps && !BEHIND.test(restOfLine(source, end + 1))) return start
    OPENING.lastIndex = end + 1
  }
  return null
}

/** @returns where the quote that opens at `start` is closed, perhaps lines below; `null` if nowhere. */
function closingQuote(source: string, start: number): number | null {
  const quote = source[start]
  for (let at = start + 1; at < source.length; at += 1) {
    if (quote === '"' && source[at] === '\\') at += 1
    else if (source[at] === quote) {
      if (quote === '"' || source[at + 1] !== quote) return at
      at += 1
    }
  }
  return null
}

function restOfLine(source: string, from: number): string {
  const end = source.indexOf('\n', from)
  return source.slice(from, end === -1 ? source.length : end)
}
