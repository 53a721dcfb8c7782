import { clearBlock } from './clear-block'
import { styleOfItems } from './house-style'
import { nextLine, startOfLine } from './lines'
import type { Block, Region } from './members'
import type { ListNode, MapNode } from './nodes'
import {
  type EditMember,
  eolAt,
  insertion,
  isLinesNode,
  type Member,
  type MemberNode,
  matchMembers,
  type Paper,
  ROOT,
  type Slot,
  takesBlankLines,
  textAfter
} from './paper'
import { entryLines, isBlock, itemLines } from './render'
import type { TextEdit } from './text-edit'
import { blockIn } from './write-value'

/** Edits the lines of a block collection: takes away, moves, inserts, changes inside. */
export function editBlock(
  paper: Paper,
  members: readonly Member[],
  node: MapNode | ListNode,
  slot: Slot,
  edits: TextEdit[],
  editMember: EditMember
): void {
  const { text } = paper
  const nodes: readonly MemberNode[] = node.kind === 'map' ? node.entries : node.items
  const from = slot === ROOT ? (nodes[0] as MemberNode).start : nextLine(text, slot.after)
  const block = blockIn(paper, node, Math.min(from, startOfLine(text, node.contentStart)))
  if (members.length === 0) {
    clearBlock(paper, node, block, slot, edits)
    return
  }

  const { origins, stays } = matchMembers(nodes, members)
  const change = new BlockChange(paper, node, block, slot, edits, editMember)
  change.takeAway(stays)
  for (const [i, member] of members.entries()) {
    const origin = origins[i] as number
    if (stays.has(origin)) change.stay(member, origin)
    else change.insert(member, origin)
  }
  change.finish()
}

/** The edits of one block collection, member by member in their new order. */
class BlockChange {
  readonly #paper: Paper
  readonly #node: MapNode | ListNode
  readonly #block: Block
  readonly #slot: Slot
  readonly #edits: TextEdit[]
  readonly #separator: string
  readonly #editMember: EditMember
  #waiting: string[] = []
  #last: Region | null = null

  constructor(
    paper: Paper,
    node: MapNode | ListNode,
    block: Block,
    slot: Slot,
    edits: TextEdit[],
    editMember: EditMember
  ) {
    this.#paper = paper
    this.#node = node
    this.#block = block
    this.#slot = slot
    this.#edits = edits
    this.#editMember = editMember
    this.#separator = this.#separatorOf()
  }

  /** Takes away what does not stay, and with it one of two blank gaps that would meet. */
  takeAway(stays: ReadonlySet<number>): void {
    const { regions, inline } = this.#block
    const firstStaying = regions.findIndex((_, i) => stays.has(i))
    const nodes = this.#nodes()
    let above = -1
    let done = -1
    for (const [i, region] of regions.entries()) {
      if (stays.has(i)) above = i
      if (stays.has(i) || (inline && (firstStaying === -1 || i < firstStaying))) continue
      const before = i === 0 || done === region.lead ? '' : this.#gap(i - 1)
      const after = this.#gap(i)
      const start = after === '' ? region.lead : region.lead - before.length
      const inside = above !== -1 && i < regions.length - 1
      const grows = inside && takesBlankLines((nodes[above] as MemberNode).value, after)
      const clings = grows || (i === 0 && regions.length > 1)
      done = clings ? region.end + after.length : region.end
      this.#edits.push({ start, end: done, insert: '' })
    }
  }

  stay(member: Member, origin: number): void {
    const region = this.#block.regions[origin] as Region
    this.#flushBefore(region, origin)
    this.#last = region
    this.#editMember(member, this.#nodes()[origin] as MemberNode, this.#edits)
  }

  insert(member: Member, origin: number): void {
    const piece = origin === -1 ? this.#fresh(member) : this.#moved(member, origin)
    const separated = this.#separator !== '' && this.#wantsSeparator(member)
    if (this.#last === null) this.#waiting.push(separated ? piece + this.#separator : piece)
    else this.#waiting.push(separated ? this.#separator + piece : piece)
  }

  finish(): void {
    const { regions, inline, column } = this.#block
    const first = regions[0] as Region
    if (this.#last !== null) {
      this.#flushAfter()
      return
    }
    const written = this.#takeWaiting()
    if (inline) {
      const end = (regions.at(-1) as Region).end
      const comments = this.#commentsBefore(regions.length - 1)
      this.#edits.push({ start: first.start, end, insert: written.slice(column) + comments })
    } else this.#edits.push(insertion(first.lead, written))
  }

  /** Writes what waits before the first member that stays, or after the one that came last. */
  #flushBefore(region: Region, origin: number): void {
    if (this.#last !== null) {
      this.#flushAfter()
      return
    }
    const { inline, column, regions } = this.#block
    const first = regions[0] as Region
    const written = this.#takeWaiting()
    if (!inline) {
      if (written !== '') this.#edits.push(insertion(region.lead, written))
      return
    }
    const head = written + this.#commentsBefore(origin)
    if (head === '' && origin === 0) return
    const end = origin === 0 ? first.start : firstVisible(this.#paper.text, region.lead)
    const indent = head === '' ? '' : ' '.repeat(column)
    this.#edits.push({ start: first.start, end, insert: head.replace(/^\s+/, '') + indent })
  }

  /** The lines between members, up to a given one, where comments stand that belong to none. */
  #commentsBefore(origin: number): string {
    const { regions } = this.#block
    const gaps = regions.slice(0, origin).map(({ end }, i) => {
      return this.#paper.text.slice(end, (regions[i + 1] as Region).lead)
    })
    return gaps.filter((gap) => gap.includes('#')).join('')
  }

  #flushAfter(): void {
    const written = this.#takeWaiting()
    if (written !== '') this.#edits.push(insertion((this.#last as Region).end, written))
  }

  #takeWaiting(): string {
    const written = this.#waiting.join('')
    this.#waiting = []
    return written
  }

  /** The blank lines between a member and the next one, or what follows the last one. Comments are no gap. */
  #gap(i: number): string {
    const { regions } = this.#block
    const start = (regions[i] as Region).end
    const next = regions[i + 1]
    const end =
      next === undefined ? skipBlankLines(this.#paper.text, start, this.#paper.end) : next.lead
    const gap = this.#paper.text.slice(start, end)
    return gap.trim() === '' ? gap : ''
  }

  /** A blank line, where most members of the kind stand apart. */
  #separatorOf(): string {
    const { regions } = this.#block
    const nodes = this.#nodes()
    let apart = 0
    let close = 0
    for (let i = 1; i < regions.length; i += 1) {
      const { value } = nodes[i] as MemberNode
      if (this.#node.kind === 'map' && !isLinesNode(value)) continue
      if (this.#gap(i - 1) === '') close += 1
      else apart += 1
    }
    return apart > close ? eolAt(this.#paper, (regions[0] as Region).start) : ''
  }

  #wantsSeparator(member: Member): boolean {
    return this.#node.kind === 'list' || isBlock(member.value)
  }

  #fresh(member: Member): string {
    const { column, regions } = this.#block
    const { text, base } = this.#paper
    const list = this.#node.kind === 'list' ? this.#node : this.#slot.list
    const lines =
      'key' in member
        ? entryLines(this.#paper, member, column, list)
        : itemLines(
            this.#paper,
            member,
            column,
            list,
            this.#node.kind === 'list' ? styleOfItems(text, base, this.#node) : null
          )
    const eol = eolAt(this.#paper, (this.#last ?? (regions[0] as Region)).start)
    return lines.map((line) => line + eol).join('')
  }

  #nodes(): readonly MemberNode[] {
    return this.#node.kind === 'map' ? this.#node.entries : this.#node.items
  }

  /** The lines of a member that goes elsewhere, with the changes inside of it. */
  #moved(member: Member, origin: number): string {
    const { regions, column } = this.#block
    const { lead, end, start } = regions[origin] as Region
    const inner: TextEdit[] = []
    this.#editMember(member, this.#nodes()[origin] as MemberNode, inner)
    const source = textAfter(this.#paper.text, lead, end, inner)
    return this.#block.inline && lead === start ? ' '.repeat(column) + source : source
  }
}

function skipBlankLines(text: string, from: number, to: number): number {
  let at = from
  while (at < to) {
    const next = nextLine(text, at)
    if (text.slice(at, next).trim() !== '') break
    at = next
  }
  return at
}

function firstVisible(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at += 1
  return at
}
