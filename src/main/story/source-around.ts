import type { SourceExcerpt } from '#shared/story/story'

/** How many lines before and after a fault are shown, and how many characters of each. */
const LINES_AROUND = 3
const LONGEST_LINE = 400

/**
 * The lines around one line of a file, for reading only: bytes that are no UTF-8 show as U+FFFD, and long lines are cut.
 *
 * @param line 1-based; a line behind the last one shows the end of the file.
 */
export function sourceAround(bytes: Uint8Array, line: number): SourceExcerpt {
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/)
  const middle = Math.min(Math.max(line, 1), lines.length)
  const first = Math.max(1, middle - LINES_AROUND)
  return { firstLine: first, lines: lines.slice(first - 1, middle + LINES_AROUND).map(shortened) }
}

function shortened(line: string): string {
  if (line.length <= LONGEST_LINE) return line
  const end = LONGEST_LINE - 1
  // A character of two units is left out whole, never halved.
  const isHalved = (line.charCodeAt(end - 1) & 0xfc00) === 0xd800
  return `${line.slice(0, isHalved ? end - 1 : end)}…`
}
