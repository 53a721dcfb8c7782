import type { Block } from './members'
import type { ListNode, MapNode } from './nodes'
import { insertion, type Paper, ROOT, type Slot } from './paper'
import type { TextEdit } from './text-edit'
import { firstLineEnd, isOnOwnLines } from './write-value'

/** A block collection without members: `[]`, `{}`, or nothing at all for the front matter itself. */
export function clearBlock(
  paper: Paper,
  node: MapNode | ListNode,
  block: Block,
  slot: Slot,
  edits: TextEdit[]
): void {
  const brackets = node.kind === 'map' ? '{}' : '[]'
  const { regions } = block
  if (block.inline || (slot !== ROOT && !isOnOwnLines(paper.text, node, slot))) {
    edits.push({ start: node.contentStart, end: node.end, insert: brackets })
    return
  }
  for (const [i, { lead, end }] of regions.entries()) {
    const next = regions[i + 1]?.lead ?? end
    const blank = paper.text.slice(end, next).trim() === ''
    edits.push({ start: lead, end: blank ? next : end, insert: '' })
  }
  if (slot === ROOT) return
  edits.push(insertion(firstLineEnd(paper.text, node, slot), ` ${brackets}`))
}
