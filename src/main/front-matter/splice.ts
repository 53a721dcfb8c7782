import { styleOfItems } from './house-style'
import { type Block, blockOf, longestRise, type Region } from './members'
import {
  type EntryNode,
  endOfLine,
  type ItemNode,
  type ListNode,
  type MapNode,
  type Node,
  nextLine,
  startOfLine
} from './nodes'
import type { EntryPlan, ItemPlan, ListPlan, MapPlan, Plan } from './plan'
import {
  blockLines,
  entryLines,
  isBlock,
  isListPlan,
  itemLines,
  keyText,
  type Pen,
  token
} from './render'
import { blockText } from './scalar-text'
import { applyEdits, minimalEdits, type TextEdit } from './text-edit'

/** Where a value stands. */
type Slot = {
  /** The column of the key or dash that holds it. */
  readonly column: number
  /** Whether lists and mappings may be written as lines here. */
  readonly block: boolean
  /** Behind the colon or dash. */
  readonly after: number
  readonly isItem: boolean
  readonly key: string | null
  /** The list whose other items show how a key is spelled. */
  readonly list: ListNode | null
}

/** A pen and the paper: what is known about the text that is edited. */
export type Paper = Pen & {
  readonly lineEnding: string
  /** Where the YAML starts and ends. */
  readonly start: number
  readonly end: number
}

type Member = EntryPlan | ItemPlan

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
  } else if (node.flow) editFlow(paper, plan, node, edits)
  else editBlock(paper, plan.entries, node, slot, edits)
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
  } else if (node.flow) editFlow(paper, plan, node, edits)
  else editBlock(paper, plan.items, node, slot, edits)
}

/** Writes a scalar, or a collection in brackets, in place of what stands at `node`. */
function writeToken(paper: Paper, node: Node, plan: Plan, slot: Slot, edits: TextEdit[]): void {
  const { text } = paper
  const style =
    node.kind === 'scalar' && node.style !== 'empty'
      ? node.style
      : slot.key === null
        ? slot.list && styleOfItems(text, paper.base, slot.list)
        : paper.style.styleOf(slot.key, slot.list)
  const written = blockScalar(paper, node, plan) ?? token(paper, plan, style, { flow: !slot.block })
  if (node.kind === 'scalar' && node.style === 'empty') {
    const blanks = /^[ \t]*/.exec(text.slice(node.end)) as RegExpExecArray
    const rest = node.end + blanks[0].length
    const closed = slot.block && endOfLine(text, rest) === rest
    edits.push({ start: node.end, end: closed ? rest : node.end, insert: ` ${written}` })
    return
  }
  if (isOnOwnLines(text, node, slot)) {
    edits.push(insertion(slot.after, ` ${written}`))
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
  const header = paper.text.slice(node.contentStart, endOfLine(paper.text, node.contentStart))
  const lineEnding = eolAt(paper, node.contentStart)
  const written = blockText(plan.value, node.style, node.event.indent, lineEnding)
  const comment = /[ \t]#.*$/.exec(header)?.[0] ?? ''
  return written === null ? null : written.replace(/^[|>]-?/, (sign) => sign + comment)
}

/** Writes a list or a mapping as lines in place of what stands at `node`. */
function writeBlock(paper: Paper, node: Node, plan: Plan, slot: Slot, edits: TextEdit[]): void {
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
  edits.push({ start: slot.after, end: node.end + (closed ? blanks : 0), insert: kept })
  edits.push(insertion(nextLine(text, node.end), written))
}

/** Whether a block collection stands below the line of its key. */
const isOnOwnLines = (text: string, node: Node, slot: Slot): boolean =>
  (node.kind === 'map' || node.kind === 'list') &&
  !node.flow &&
  !slot.isItem &&
  /[\n\r]/.test(text.slice(slot.after, node.contentStart))

/** The lines of a block collection that stands below the line of its key. */
function linesOf(paper: Paper, node: Node): { readonly start: number; readonly end: number } {
  const { regions } = blockIn(paper, node as MapNode | ListNode, node.contentStart)
  const first = regions[0] as Region
  const last = regions[regions.length - 1] as Region
  return { start: first.lead, end: last.end }
}

const blockIn = (paper: Paper, node: MapNode | ListNode, from: number): Block =>
  blockOf(paper.text, node.kind === 'map' ? node.entries : node.items, from, paper.end)

/** Edits the lines of a block collection: takes away, moves, inserts, changes inside. */
function editBlock(
  paper: Paper,
  members: readonly Member[],
  node: MapNode | ListNode,
  slot: Slot,
  edits: TextEdit[]
): void {
  const { text } = paper
  const nodes: readonly (EntryNode | ItemNode)[] = node.kind === 'map' ? node.entries : node.items
  const from = slot === ROOT ? (nodes[0] as EntryNode).start : nextLine(text, slot.after)
  const block = blockIn(paper, node, Math.min(from, startOfLine(text, node.contentStart)))
  if (members.length === 0) {
    clearBlock(paper, node, block, slot, edits)
    return
  }

  const places = new Map(nodes.map((n, i) => [n, i]))
  const origins = members.map((m) =>
    m.node === null ? -1 : (places.get(m.node as ItemNode) ?? -1)
  )
  const stays = longestRise(origins.filter((i) => i !== -1))
  const change = new BlockChange(paper, node, block, slot, edits)
  change.takeAway(stays)
  for (const [i, member] of members.entries()) {
    const origin = origins[i] as number
    if (stays.has(origin)) change.stay(member, origin)
    else change.insert(member, origin)
  }
  change.finish()
}

/** A block collection without members: `[]`, `{}`, or nothing at all for the front matter itself. */
function clearBlock(
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
  for (const { lead, end } of regions) edits.push({ start: lead, end, insert: '' })
  if (slot === ROOT) return
  const at = node.contentStart > node.start ? endOfProperties(paper.text, node) : slot.after
  edits.push(insertion(at, ` ${brackets}`))
}

const endOfProperties = (text: string, node: Node): number =>
  node.start + (/^[^\n\r]*?(?=[ \t]*(?:#|[\n\r]))/.exec(text.slice(node.start))?.[0].length ?? 0)

/** The edits of one block collection, member by member in their new order. */
class BlockChange {
  readonly #paper: Paper
  readonly #node: MapNode | ListNode
  readonly #block: Block
  readonly #slot: Slot
  readonly #edits: TextEdit[]
  readonly #separator: string
  #waiting: string[] = []
  #last: Region | null = null

  constructor(paper: Paper, node: MapNode | ListNode, block: Block, slot: Slot, edits: TextEdit[]) {
    this.#paper = paper
    this.#node = node
    this.#block = block
    this.#slot = slot
    this.#edits = edits
    this.#separator = this.#separatorOf()
  }

  /** Takes away what does not stay, and with it one of two blank gaps that would meet. */
  takeAway(stays: ReadonlySet<number>): void {
    const { regions, inline } = this.#block
    const firstStaying = regions.findIndex((_, i) => stays.has(i))
    let done = -1
    for (const [i, region] of regions.entries()) {
      if (stays.has(i) || (inline && (firstStaying === -1 || i < firstStaying))) continue
      const before = i === 0 || done === region.lead ? '' : this.#gap(i - 1)
      const after = this.#gap(i)
      const start = after === '' ? region.lead : region.lead - before.length
      done = i === 0 && regions.length > 1 ? region.end + after.length : region.end
      this.#edits.push({ start, end: done, insert: '' })
    }
  }

  stay(member: Member, origin: number): void {
    const region = this.#block.regions[origin] as Region
    this.#flushBefore(region, origin)
    this.#last = region
    this.#editInside(member, origin, this.#edits)
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
      this.#edits.push({ start: first.start, end, insert: written.slice(column) })
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
    if (written === '' && origin === 0) return
    const end = origin === 0 ? first.start : firstVisible(this.#paper.text, region.lead)
    const indent = written === '' ? '' : ' '.repeat(column)
    this.#edits.push({ start: first.start, end, insert: written.slice(column) + indent })
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
    const parts: readonly { readonly value: Node }[] =
      this.#node.kind === 'map' ? this.#node.entries : this.#node.items
    let apart = 0
    let close = 0
    for (let i = 1; i < regions.length; i += 1) {
      const value = (parts[i] as { value: Node }).value
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

  /** The lines of a member that goes elsewhere, with the changes inside of it. */
  #moved(member: Member, origin: number): string {
    const { regions, column } = this.#block
    const { lead, end, start } = regions[origin] as Region
    const inner: TextEdit[] = []
    this.#editInside(member, origin, inner)
    const shifted = minimalEdits(this.#paper.text, inner).map((edit) => ({
      ...edit,
      start: edit.start - lead,
      end: edit.end - lead
    }))
    const source = applyEdits(this.#paper.text.slice(lead, end), shifted).text
    return this.#block.inline && lead === start ? ' '.repeat(column) + source : source
  }

  #editInside(member: Member, origin: number, edits: TextEdit[]): void {
    const { column } = this.#block
    if (this.#node.kind === 'map') {
      const entry = this.#node.entries[origin] as EntryNode
      editEntry(
        this.#paper,
        entry,
        member as EntryPlan,
        { column, list: this.#slot.list, block: true },
        edits
      )
      return
    }
    const { value, start } = this.#node.items[origin] as ItemNode
    const slot = {
      column,
      block: true,
      after: start + 1,
      isItem: true,
      key: null,
      list: this.#node
    }
    editValue(this.#paper, value, member.value, slot, edits)
  }
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
    edits.push({
      start: keyNode.contentStart,
      end: keyNode.end,
      insert: keyText(plan.key ?? '', !block)
    })
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

/** Edits a collection in brackets. */
function editFlow(
  paper: Paper,
  plan: MapPlan | ListPlan,
  node: MapNode | ListNode,
  edits: TextEdit[]
): void {
  const nodes: readonly (EntryNode | ItemNode)[] = node.kind === 'map' ? node.entries : node.items
  const members: readonly Member[] = plan.kind === 'map' ? plan.entries : plan.items
  const places = new Map(nodes.map((n, i) => [n, i]))
  const origins = members.map((m) =>
    m.node === null ? -1 : (places.get(m.node as ItemNode) ?? -1)
  )
  const stays = longestRise(origins.filter((i) => i !== -1))
  const separator = flowSeparator(paper.text, nodes)
  takeAwayFlow(paper.text, nodes, stays, edits)

  let last = -1
  let waiting: string[] = []
  for (const [i, member] of members.entries()) {
    const origin = origins[i] as number
    if (!stays.has(origin)) {
      waiting.push(flowPiece(paper, member, origin, nodes))
      continue
    }
    const staying = nodes[origin] as EntryNode | ItemNode
    for (const piece of waiting) {
      edits.push(
        last === -1
          ? insertion(staying.start, piece + separator)
          : insertion(last, separator + piece)
      )
    }
    waiting = []
    last = endOfMember(staying)
    editFlowMember(paper, member, staying, edits)
  }
  if (waiting.length === 0) return
  if (last !== -1) for (const piece of waiting) edits.push(insertion(last, separator + piece))
  else if (nodes.length === 0) edits.push(insertion(node.contentStart + 1, waiting.join(separator)))
  else edits.push(insertion((nodes[0] as ItemNode).start, waiting.join(separator)))
}

function editFlowMember(
  paper: Paper,
  member: Member,
  node: EntryNode | ItemNode,
  edits: TextEdit[]
): void {
  const place = { column: 0, list: null, block: false }
  if ('keyNode' in node) editEntry(paper, node, member as EntryPlan, place, edits)
  else {
    const slot = { ...place, after: node.start, isItem: true, key: null }
    editValue(paper, node.value, member.value, slot, edits)
  }
}

/** Takes away members and one comma each, but no comment. */
function takeAwayFlow(
  text: string,
  nodes: readonly (EntryNode | ItemNode)[],
  stays: ReadonlySet<number>,
  edits: TextEdit[]
): void {
  let staying = -1
  for (const [i, node] of nodes.entries()) {
    if (stays.has(i)) {
      staying = i
      continue
    }
    const next = nodes[i + 1]
    const end = endOfMember(node)
    if (next !== undefined && nodes.slice(i + 1).some((_, k) => stays.has(i + 1 + k))) {
      edits.push({ start: node.start, end: next.start, insert: '' })
      continue
    }
    const previous = i === 0 ? null : (nodes[i - 1] as EntryNode | ItemNode)
    const start = previous === null || staying === -1 ? node.start : endOfMember(previous)
    const between = text.slice(start, node.start)
    if (!between.includes('#')) {
      const rest = previous === null || staying === -1 ? restOfLast(text, end, next) : end
      edits.push({ start, end: rest, insert: '' })
      continue
    }
    const comma = start + between.replace(/#[^\n\r]*/g, (c) => ' '.repeat(c.length)).indexOf(',')
    edits.push({ start: comma, end: comma + 1, insert: '' }, { start: node.start, end, insert: '' })
  }
}

/** Where nothing stays, the comma behind a member goes too. */
function restOfLast(text: string, end: number, next: EntryNode | ItemNode | undefined): number {
  if (next !== undefined) return next.start
  return end + ((/^\s*,/.exec(text.slice(end)) as RegExpExecArray | null)?.[0].length ?? 0)
}

function flowPiece(
  paper: Paper,
  member: Member,
  origin: number,
  nodes: readonly (EntryNode | ItemNode)[]
): string {
  const node = nodes[origin]
  if (node !== undefined) {
    const end = endOfMember(node)
    const inner: TextEdit[] = []
    editFlowMember(paper, member, node, inner)
    const shifted = minimalEdits(paper.text, inner).map((edit) => ({
      ...edit,
      start: edit.start - node.start,
      end: edit.end - node.start
    }))
    return applyEdits(paper.text.slice(node.start, end), shifted).text
  }
  if (!('key' in member)) return token(paper, member.value, null, { flow: true })
  const style = paper.style.styleOf(member.key ?? '', null)
  return `${keyText(member.key ?? '', true)}: ${token(paper, member.value, style, { flow: true })}`
}

/** What stands between the first two members, if that is a comma and white space. */
function flowSeparator(text: string, nodes: readonly (EntryNode | ItemNode)[]): string {
  const [first, second] = nodes
  if (first === undefined || second === undefined) return ', '
  const between = text.slice(endOfMember(first), second.start)
  return /^,\s*$/.test(between) ? between : ', '
}

const endOfMember = (node: EntryNode | ItemNode): number =>
  'keyNode' in node ? Math.max(node.value.end, node.keyNode.end, node.colon + 1) : node.value.end

const isLinesNode = (node: Node): boolean =>
  (node.kind === 'map' || node.kind === 'list') && !node.flow

/** The line break that ends the line of `at`, or the usual one. */
function eolAt(paper: Paper, at: number): string {
  const end = endOfLine(paper.text, at)
  return paper.text.slice(end, nextLine(paper.text, at)) || paper.lineEnding
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

const insertion = (at: number, insert: string): TextEdit => ({ start: at, end: at, insert })

const ROOT: Slot = { column: 0, block: true, after: -1, isItem: false, key: null, list: null }
