import { editBlock } from './block-change'
import { editFlow } from './flow-change'
import { startOfLine } from './lines'
import type { EntryNode, ListNode, MapNode, Node } from './nodes'
import { insertion, type Member, type MemberNode, type Paper, ROOT, type Slot } from './paper'
import type { EntryPlan, ListPlan, MapPlan, Plan } from './plan'
import { entryLines, isBarePair, isBlock, keyText, token } from './render'
import { doubleQuoted } from './scalar-text'
import { minimalEdits, type TextEdit } from './text-edit'
import { writeBlock, writeToken } from './write-value'

/** @returns the edits that make `plan` of `root`, in order. */
export function splice(paper: Paper, root: Node | null, plan: MapPlan): readonly TextEdit[] {
  const edits: TextEdit[] = []
  if (root === null || plan.node === null) {
    const lines = plan.entries.flatMap((entry) => entryLines(paper, entry, 0, null))
    edits.push(insertion(paper.end, lines.map((line) => line + paper.lineEnding).join('')))
  } else editMap(paper, plan, plan.node, ROOT, edits)
  return minimalEdits(paper.text, edits)
}

function editValue(paper: Paper, node: Node, plan: Plan, slot: Slot, edits: TextEdit[]): void {
  if (plan.kind === 'kept' && plan.node === node) return
  if (plan.kind === 'map' && plan.node === node) editMap(paper, plan, plan.node, slot, edits)
  else if (plan.kind === 'list' && plan.node === node) editList(paper, plan, plan.node, slot, edits)
  else if (isBlock(plan) && slot.block && !(slot.isItem && node.start < node.contentStart))
    writeBlock(paper, node, plan, slot, edits)
  else writeToken(paper, node, plan, slot, edits)
}

function editMap(paper: Paper, plan: MapPlan, node: MapNode, slot: Slot, edits: TextEdit[]): void {
  if (fills(node.entries, plan.entries, slot)) {
    writeBlock(paper, node, { ...plan, node: null }, slot, edits)
  } else if (isBarePair(node) && !(plan.entries.length === 1 && plan.entries[0]?.node !== null)) {
    const insert = token(paper, { ...plan, node: null }, null, { flow: true })
    edits.push({ start: node.contentStart, end: node.end, insert })
  } else editMembers(paper, plan, node, slot, edits)
}

/** Whether empty brackets get their first member where there is room for lines. */
const fills = (old: readonly unknown[], members: readonly Member[], slot: Slot): boolean =>
  old.length === 0 && members.length > 0 && slot.block && slot !== ROOT && !slot.isItem

function editList(
  paper: Paper,
  plan: ListPlan,
  node: ListNode,
  slot: Slot,
  edits: TextEdit[]
): void {
  if (fills(node.items, plan.items, slot)) {
    writeBlock(paper, node, { ...plan, node: null }, slot, edits)
  } else editMembers(paper, plan, node, slot, edits)
}

/** Edits what a collection holds. */
function editMembers(
  paper: Paper,
  plan: MapPlan | ListPlan,
  node: MapNode | ListNode,
  slot: Slot,
  edits: TextEdit[]
): void {
  const list = node.flow ? null : node.kind === 'list' ? node : slot.list
  const editMember = (member: Member, part: MemberNode, into: TextEdit[]): void => {
    const column = node.flow ? 0 : part.start - startOfLine(paper.text, part.start)
    const here = { column, list, block: !node.flow }
    if ('keyNode' in part) editEntry(paper, part, member as EntryPlan, here, into)
    else {
      const after = node.flow ? part.start : part.start + 1
      editValue(paper, part.value, member.value, { ...here, after, isItem: true, key: null }, into)
    }
  }
  if (node.flow) editFlow(paper, plan, node, edits, editMember)
  else
    editBlock(paper, plan.kind === 'map' ? plan.entries : plan.items, node, slot, edits, editMember)
}

function editEntry(
  paper: Paper,
  entry: EntryNode,
  plan: EntryPlan,
  { column, list, block }: Pick<Slot, 'column' | 'list' | 'block'>,
  edits: TextEdit[]
): void {
  const { key, keyNode, colon, value } = entry
  if (plan.key !== key) {
    const asJson = !block && !/\s/.test(paper.text[colon + 1] ?? '')
    const insert = asJson ? doubleQuoted(plan.key ?? '') : keyText(plan.key ?? '', !block)
    edits.push({ start: keyNode.contentStart, end: keyNode.end, insert })
  }
  if (plan.value.kind === 'kept' && plan.value.node === value) return
  const after = colon === -1 ? keyNode.end : colon + 1
  if (colon === -1) edits.push(insertion(keyNode.end, ':'))
  editValue(
    paper,
    value,
    plan.value,
    { column, block, after, isItem: false, key: plan.key, list },
    edits
  )
}
