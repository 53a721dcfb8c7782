/** Where Jekyll sees front matter in a text. Offsets count UTF-16 code units. */
export type Fences = {
  /** Where the line after the opening fence starts. */
  readonly start: number
  /** Where the closing fence starts. */
  readonly end: number
  /** Where the body starts: Jekyll drops the blank lines after the closing fence. */
  readonly bodyStart: number
}

/**
 * Whether Jekyll looks for front matter in a file: its first line is `---` and white space
 * (`/\A---\s*\r?\n/` on the file's bytes, jekyll/utils.rb).
 *
 * @param from where the text starts: behind a byte order mark, which Jekyll does not accept, else 0.
 */
export function opensFrontMatter(bytes: Uint8Array, from: number): boolean {
  for (let i = from; i < from + 3; i += 1) if (bytes[i] !== DASH) return false
  for (let i = from + 3; i < bytes.length; i += 1) {
    const byte = bytes[i] as number
    if (byte === LINE_FEED) return true
    if (!isRubySpace(byte)) return false
  }
  return false
}

/**
 * Finds the fences as Jekyll does: `/\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m` (jekyll/document.rb).
 *
 * @param text opens front matter at `from`.
 * @returns `null` if no line closes it.
 */
export function findFences(text: string, from: number): Fences | null {
  const start = text.indexOf('\n', from) + 1
  let dashes = lineAt(text, '\n---', start)
  let dots = lineAt(text, '\n...', start)
  while (dashes < dots ? true : dots < text.length) {
    const end = Math.min(dashes, dots)
    const bodyStart = fenceEnd(text, end)
    if (bodyStart !== null) return { start, end, bodyStart }
    if (end === dashes) dashes = lineAt(text, '\n---', end + 1)
    else dots = lineAt(text, '\n...', end + 1)
  }
  return null
}

/** The start of the first line from `start` on that begins with the mark; behind the text if there is none. */
function lineAt(text: string, mark: string, start: number): number {
  const found = start === 0 ? -1 : text.indexOf(mark, start - 1)
  return found === -1 ? text.length : found + 1
}

/**
 * Where a closing fence that starts at `at` ends: `\s*$\n?` takes, as greedily as in Ruby, all up to the last
 * line break in the white space, or to the end.
 *
 * @returns `null` if something else stands on its line.
 */
export function fenceEnd(text: string, at: number): number | null {
  let i = at + 3
  let lastBreak = -1
  while (i < text.length && isRubySpace(text.charCodeAt(i))) {
    if (text.charCodeAt(i) === LINE_FEED) lastBreak = i
    i += 1
  }
  if (i === text.length) return i
  return lastBreak === -1 ? null : lastBreak + 1
}

/** `\s` of Ruby: tab, line feed, vertical tab, form feed, carriage return, blank. */
const isRubySpace = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)

const DASH = 0x2d
const LINE_FEED = 0x0a
