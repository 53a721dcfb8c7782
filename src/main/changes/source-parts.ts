import { nextLine, startOfLine } from '../front-matter/lines'
import { blockOf } from '../front-matter/members'
import type { EntryNode, ItemNode, ListNode, MapNode, Node } from '../front-matter/nodes'
import type { FrontMatter } from '../front-matter/read'

/** A story's file with the places of its values. */
export type Sheet = {
  readonly text: string
  readonly root: Node | null
  /** Where the YAML starts, and where its first document ends. */
  readonly start: number
  readonly end: number
}

/** One key or item of a block, with all lines from the end of the one before: its blank lines and comments. */
export type Part = {
  readonly sheet: Sheet
  readonly node: EntryNode | ItemNode
  readonly from: number
  readonly to: number
  /** Where its own first line starts, behind the blank lines and comments above. */
  readonly own: number
  /** Blanks that stand for what is before it on its line, as in `- title: …`. */
  readonly pad: string
}

/** A collection that is written as lines, cut into parts that leave nothing out. */
export type Parts = {
  readonly kind: 'map' | 'list'
  readonly column: number
  /** Whether the first part stands behind something else on its line. */
  readonly inline: boolean
  readonly parts: readonly Part[]
  /** Where the first part starts and the last one ends. */
  readonly from: number
  readonly to: number
}

/** The key of a part of a mapping; `null` for an alias as key, and for items. */
export const keyOf = ({ node }: Part): string | null => ('key' in node ? node.key : null)

/** The blank lines and comments above a part. */
export const leadOf = ({ sheet, from, own }: Part): string => sheet.text.slice(from, own)

/** A part's own lines. */
export const linesOf = ({ sheet, own, to, pad }: Part): string => pad + sheet.text.slice(own, to)

export function sheetOf({ text, root, start, documentEnd }: FrontMatter): Sheet {
  return { text, root: root(), start, end: documentEnd }
}

/** The parts of the front matter as a whole; `null` if it holds nothing. */
export const rootParts = (sheet: Sheet): Parts | null =>
  sheet.root === null ? null : partsOf(sheet, sheet.root, sheet.start)

/** The parts of the collection that a part holds; `null` if that is one token, or has no lines of its own. */
export function innerParts({ sheet, node }: Part): Parts | null {
  const { value } = node
  if (value.kind !== 'map' && value.kind !== 'list') return null
  const mark = 'colon' in node ? node.colon : node.start
  if (mark === -1) return null
  const line = startOfLine(sheet.text, value.contentStart)
  const isInline = sheet.text.slice(line, value.contentStart).trim() !== ''
  return partsOf(sheet, value, isInline ? value.contentStart : nextLine(sheet.text, mark))
}

function partsOf(sheet: Sheet, node: Node, from: number): Parts | null {
  if ((node.kind !== 'map' && node.kind !== 'list') || node.flow) return null
  const members: readonly (EntryNode | ItemNode)[] = membersOf(node)
  if (members.length === 0) return null
  const { column, inline, regions } = blockOf(sheet.text, members, from, sheet.end)
  const ends = regions.map(({ end }) => end)
  const parts = members.map((member, at): Part => {
    const start = at === 0 ? from : (ends[at - 1] as number)
    const pad = at === 0 && inline ? ' '.repeat(column) : ''
    const to = ends[at] as number
    const own = Math.max(start, startOfLine(sheet.text, member.start))
    return { sheet, node: member, from: start, to, own, pad }
  })
  return { kind: node.kind, column, inline, parts, from, to: ends.at(-1) ?? from }
}

const membersOf = (node: MapNode | ListNode) => (node.kind === 'map' ? node.entries : node.items)
