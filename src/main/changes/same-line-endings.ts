type LineEnding = '\n' | '\r\n'

/** The texts of the three versions of a file. */
export type Versions<T> = { readonly base: T; readonly ours: T; readonly theirs: T }

/**
 * Gives three texts one line ending, because a side that converted the whole file changed every line of it: that of
 * the side that changed it, else the one they have. Texts of mixed line endings stay as they are, all of them.
 */
export function sameLineEndings(texts: Versions<string>): Versions<string> {
  const base = lineEndingOf(texts.base)
  const ours = lineEndingOf(texts.ours)
  const theirs = lineEndingOf(texts.theirs)
  if (base === null || ours === null || theirs === null) return texts
  const wanted = ours === base ? theirs : ours
  const respell = (text: string, ending: LineEnding) =>
    ending === wanted ? text : text.replace(/\r?\n/g, wanted)
  return {
    base: respell(texts.base, base),
    ours: respell(texts.ours, ours),
    theirs: respell(texts.theirs, theirs)
  }
}

/** @returns `null` if lines end in several ways. */
function lineEndingOf(text: string): LineEnding | null {
  if (!text.includes('\r')) return '\n'
  return /(?<!\r)\n|\r(?!\n)/.test(text) ? null : '\r\n'
}
