import { styleOfItems } from './house-style'
import { endOfLine, nextLine, startOfLine } from './lines'
import { type Block, blockOf, type Region } from './members'
import type { ListNode, MapNode, Node } from './nodes'
import { eolAt, insertion, isLinesNode, type Paper, type Slot } from './paper'
import type { Plan } from './plan'
import { blockLines, isListPlan, token } from './render'
import { blockText } from './scalar-text'
import type { TextEdit } from './text-edit'

/** Writes a scalar, or a collection in brackets, in place of what stands at `node`. */
export function writeToken(
  paper: Paper,
  node: Node,
  plan: Plan,
  slot: Slot,
  edits: TextEdit[]
): void {
  const { text } = paper
  const style =
    node.kind === 'scalar' && node.style !== 'empty'
      ? node.style
      : slot.key === null
        ? slot.list && styleOfItems(text, paper.base, slot.list)
        : paper.style.styleOf(slot.key, slot.list)
  const written =
    blockScalar(paper, node, plan) ??
    token(paper, plan, style, { flow: !slot.block }) + headerComment(text, node)
  if (node.kind === 'scalar' && node.style === 'empty') {
    const blanks = /^[ \t]*/.exec(text.slice(node.end)) as RegExpExecArray
    const rest = node.end + blanks[0].length
    const closed = slot.block && endOfLine(text, rest) === rest
    edits.push({ start: node.end, end: closed ? rest : node.end, insert: ` ${written}` })
    return
  }
  if (isOnOwnLines(text, node, slot)) {
    edits.push(insertion(firstLineEnd(text, node, slot), ` ${written}`))
    const lines = linesOf(paper, node)
    edits.push({ start: lines.start, end: lines.end, insert: '' })
    return
  }
  edits.push({ start: node.contentStart, end: node.end, insert: written })
}

/** A text that takes the place of a block scalar stays one if it can. */
function blockScalar(paper: Paper, node: Node, plan: Plan): string | null {
  if (node.kind !== 'scalar' || plan.kind !== 'new' || typeof plan.value !== 'string') return null
  if ((node.style !== 'literal' && node.style !== 'folded') || node.event.indent < 1) return null
  const lineEnding = eolAt(paper, node.contentStart)
  const written = blockText(plan.value, node.style, node.event.indent, lineEnding)
  const comment = headerComment(paper.text, node)
  return written === null ? null : written.replace(/^[|>]-?/, (sign) => sign + comment)
}

/** The comment behind the `|` or `>` of a block scalar, with a blank before it. */
function headerComment(text: string, node: Node): string {
  if (node.kind !== 'scalar' || (node.style !== 'literal' && node.style !== 'folded')) return ''
  const header = text.slice(node.contentStart, endOfLine(text, node.contentStart))
  return /[ \t]#.*$/.exec(header)?.[0] ?? ''
}

/** Writes a list or a mapping as lines in place of what stands at `node`. */
export function writeBlock(
  paper: Paper,
  node: Node,
  plan: Plan,
  slot: Slot,
  edits: TextEdit[]
): void {
  const { text } = paper
  const eol = eolAt(paper, slot.after)
  if (slot.isItem) {
    const dashed = slot.column + paper.style.dashWidth
    const own = node.contentStart - startOfLine(text, node.contentStart)
    const column = node.kind === 'scalar' && node.style === 'empty' ? dashed : own
    const lines = blockLines(paper, plan, column, slot.list)
    const written = lines.join(eol).slice(column)
    const empty = node.kind === 'scalar' && node.style === 'empty'
    const gap =
      empty && !/[ \t]/.test(text[node.end - 1] ?? '') ? ' '.repeat(paper.style.dashWidth - 1) : ''
    edits.push({ start: node.contentStart, end: node.end, insert: gap + written })
    return
  }
  const indent = isListPlan(plan) ? paper.style.listIndent : paper.style.mapIndent
  const lines = blockLines(paper, plan, slot.column + indent, slot.list)
  const written = lines.map((line) => line + eol).join('')
  if (isOnOwnLines(text, node, slot)) {
    edits.push({ ...linesOf(paper, node), insert: written })
    return
  }
  const properties = node.contentStart > node.start ? text.slice(node.start, node.contentStart) : ''
  const kept = properties === '' ? '' : ` ${properties.trim()}`
  const blanks = (/^[ \t]*/.exec(text.slice(node.end)) as RegExpExecArray)[0].length
  const closed = endOfLine(text, node.end + blanks) === node.end + blanks
  edits.push({
    start: slot.after,
    end: node.end + (closed ? blanks : 0),
    insert: kept + headerComment(text, node)
  })
  edits.push(insertion(nextLine(text, node.end), written))
}

/** Whether a block collection stands below the line of its key. */
export const isOnOwnLines = (text: string, node: Node, slot: Slot): boolean =>
  isLinesNode(node) && !slot.isItem && /[\n\r]/.test(text.slice(slot.after, node.contentStart))

/** Where the line of the key of such a collection ends, comment aside: behind the colon, or behind tag and anchor. */
export const firstLineEnd = (text: string, node: Node, { after }: Slot): number =>
  node.contentStart === node.start
    ? after
    : node.start +
      (/^[^\n\r]*?(?=[ \t]*(?:#|[\n\r]))/.exec(text.slice(node.start))?.[0].length ?? 0)

/** The lines of a block collection that stands below the line of its key. */
function linesOf(paper: Paper, node: Node): { readonly start: number; readonly end: number } {
  const { regions } = blockIn(paper, node as MapNode | ListNode, node.contentStart)
  const first = regions[0] as Region
  const last = regions[regions.length - 1] as Region
  return { start: first.lead, end: last.end }
}

export const blockIn = (paper: Paper, node: MapNode | ListNode, from: number): Block =>
  blockOf(paper.text, node.kind === 'map' ? node.entries : node.items, from, paper.end)
