import { nextLine, startOfLine } from './lines'
import type { EntryNode, ItemNode } from './nodes'

/** The lines of a key or of a list's item. */
export type Region = {
  /** Where its lines start, the comments that stand right above it included. */
  readonly lead: number
  /** Where the key or dash stands. */
  readonly start: number
  /** Behind the line break of its last line, comments that are indented deeper included. */
  readonly end: number
}

/** The lines of a block collection. */
export type Block = {
  /** The column of its keys or dashes. */
  readonly column: number
  /** Whether the first one stands behind something else on its line: `- title: ...`. */
  readonly inline: boolean
  readonly regions: readonly Region[]
}

/**
 * Finds which lines belong to which member of a block collection.
 *
 * @param from where the first comment that could belong to the first member may start.
 * @param to where the YAML ends.
 */
export function blockOf(
  text: string,
  members: readonly (EntryNode | ItemNode)[],
  from: number,
  to: number
): Block {
  const first = members[0] as EntryNode | ItemNode
  const lineStart = startOfLine(text, first.start)
  const column = first.start - lineStart
  const inline = text.slice(lineStart, first.start).trim() !== ''
  const regions: Region[] = []
  let before = from
  for (const [i, { start, value }] of members.entries()) {
    const own = startOfLine(text, start)
    const lead = i === 0 && inline ? start : leadOf(text, own, before, column)
    const end = regionEnd(text, Math.max(value.end, start), column, to)
    regions.push({ lead, start, end })
    before = end
  }
  return { column, inline, regions }
}

/** Goes up over comment lines that are not indented deeper than the member. */
export function leadOf(text: string, own: number, limit: number, column: number): number {
  let lead = own
  while (lead > limit) {
    const line = startOfLine(
      text,
      lead - 1 - (text[lead - 1] === '\n' && text[lead - 2] === '\r' ? 1 : 0)
    )
    const comment = COMMENT.exec(text.slice(line, lead))
    if (line < limit || comment === null || (comment[1] as string).length > column) return lead
    lead = line
  }
  return lead
}

/** Goes down over comment lines that are indented deeper than the member, and blank lines before them. */
function regionEnd(text: string, from: number, column: number, to: number): number {
  let end = nextLine(text, from)
  let next = end
  while (next < to) {
    const after = nextLine(text, next)
    const line = text.slice(next, after)
    const comment = COMMENT.exec(line)
    if (comment === null && line.trim() !== '') return end
    if (comment !== null) {
      if ((comment[1] as string).length <= column) return end
      end = after
    }
    next = after
  }
  return end
}

const COMMENT = /^([ \t]*)#/
