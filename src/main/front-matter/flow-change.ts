import { nextLine, startOfLine } from './lines'
import type { ListNode, MapNode } from './nodes'
import {
  type EditMember,
  insertion,
  type Member,
  type MemberNode,
  matchMembers,
  type Paper,
  textAfter
} from './paper'
import type { ListPlan, MapPlan } from './plan'
import { keyText, token } from './render'
import type { TextEdit } from './text-edit'

/** Edits a collection in brackets. */
export function editFlow(
  paper: Paper,
  plan: MapPlan | ListPlan,
  node: MapNode | ListNode,
  edits: TextEdit[],
  editMember: EditMember
): void {
  const nodes: readonly MemberNode[] = node.kind === 'map' ? node.entries : node.items
  const members: readonly Member[] = plan.kind === 'map' ? plan.entries : plan.items
  const { origins, stays } = matchMembers(nodes, members)
  const separator = flowSeparator(paper.text, nodes)
  takeAwayFlow(paper.text, nodes, stays, edits)

  let last = -1
  let waiting: string[] = []
  for (const [i, member] of members.entries()) {
    const origin = origins[i] as number
    if (!stays.has(origin)) {
      waiting.push(flowPiece(paper, member, nodes[origin], editMember))
      continue
    }
    const staying = nodes[origin] as MemberNode
    for (const piece of waiting) {
      edits.push(
        last === -1
          ? insertion(staying.start, piece + separator)
          : insertion(last, separator + piece)
      )
    }
    waiting = []
    last = endOfMember(paper.text, staying)
    editMember(member, staying, edits)
  }
  if (waiting.length === 0) return
  if (last !== -1) for (const piece of waiting) edits.push(insertion(last, separator + piece))
  else if (nodes.length === 0) edits.push(insertion(node.contentStart + 1, waiting.join(separator)))
  else edits.push(insertion((nodes[0] as MemberNode).start, waiting.join(separator)))
}

/** Takes away members and one comma each, but no comment. */
function takeAwayFlow(
  text: string,
  nodes: readonly MemberNode[],
  stays: ReadonlySet<number>,
  edits: TextEdit[]
): void {
  const lastStaying = [...stays].reduce((last, i) => Math.max(last, i), -1)
  let staying = -1
  for (const [i, node] of nodes.entries()) {
    if (stays.has(i)) {
      staying = i
      continue
    }
    const next = nodes[i + 1]
    const end = endOfMember(text, node)
    if (next !== undefined && i < lastStaying) {
      edits.push(...withComma(text, node.start, end, end, next.start))
      continue
    }
    const previous = i === 0 ? null : (nodes[i - 1] as MemberNode)
    const start = previous === null || staying === -1 ? node.start : endOfMember(text, previous)
    const alone = previous === null || staying === -1
    const rest = alone ? restOfLast(text, end, next) : end
    edits.push(...withComma(text, node.start, rest, start, node.start))
  }
}

/** Takes away a member, and a comma with what surrounds it, or the comma alone where comments stand around it. */
function withComma(
  text: string,
  start: number,
  end: number,
  from: number,
  to: number
): readonly TextEdit[] {
  const between = text.slice(from, to)
  if (!between.includes('#')) {
    return [{ start: Math.min(start, from), end: Math.max(end, to), insert: '' }]
  }
  const comma = from + between.replace(/#[^\n\r]*/g, (c) => ' '.repeat(c.length)).indexOf(',')
  return [
    { ...wholeLine(text, start, end), insert: '' },
    { start: comma, end: comma + 1, insert: '' }
  ]
}

/** A range, with its line if nothing else stands there. */
function wholeLine(text: string, start: number, end: number) {
  const own = startOfLine(text, start)
  const next = nextLine(text, end)
  const alone = (text.slice(own, start) + text.slice(end, next)).trim() === ''
  return alone ? { start: own, end: next } : { start, end }
}

/** Where nothing stays, the comma behind a member goes too. */
function restOfLast(text: string, end: number, next: MemberNode | undefined): number {
  if (next !== undefined) return next.start
  return end + ((/^\s*,/.exec(text.slice(end)) as RegExpExecArray | null)?.[0].length ?? 0)
}

function flowPiece(
  paper: Paper,
  member: Member,
  node: MemberNode | undefined,
  editMember: EditMember
): string {
  if (node !== undefined) {
    const inner: TextEdit[] = []
    editMember(member, node, inner)
    return textAfter(paper.text, node.start, endOfMember(paper.text, node), inner)
  }
  if (!('key' in member)) return token(paper, member.value, null, { flow: true })
  const style = paper.style.styleOf(member.key ?? '', null)
  return `${keyText(member.key ?? '', true)}: ${token(paper, member.value, style, { flow: true })}`
}

/** What stands between the first two members, if that is a comma and white space. */
function flowSeparator(text: string, nodes: readonly MemberNode[]): string {
  const [first, second] = nodes
  if (first === undefined || second === undefined) return ', '
  const between = text.slice(endOfMember(text, first), second.start)
  return /^,\s*$/.test(between) ? between : ', '
}

/** Where a member ends; a colon without a value keeps the blank that a comma or bracket behind it needs. */
function endOfMember(text: string, node: MemberNode): number {
  if (!('keyNode' in node)) return node.value.end
  const end = Math.max(node.value.end, node.keyNode.end, node.colon + 1)
  return end === node.colon + 1 && text[end] === ' ' ? end + 1 : end
}
