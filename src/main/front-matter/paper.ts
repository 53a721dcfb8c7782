import { CHOMPING_MODE } from 'js-yaml'
import { longestRise } from '#shared/longest-rise'
import { endOfLine, nextLine } from './lines'
import type { EntryNode, ItemNode, ListNode, Node } from './nodes'
import type { EntryPlan, ItemPlan } from './plan'
import type { Pen } from './render'
import { applyEdits, minimalEdits, type TextEdit } from './text-edit'

/** A pen and the paper: what is known about the text that is edited. */
export type Paper = Pen & {
  readonly lineEnding: string
  /** Where the YAML starts and ends. */
  readonly start: number
  readonly end: number
}

/** Where a value stands. */
export type Slot = {
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

/** The place of the front matter as a whole. */
export const ROOT: Slot = {
  column: 0,
  block: true,
  after: -1,
  isItem: false,
  key: null,
  list: null
}

export type Member = EntryPlan | ItemPlan
export type MemberNode = EntryNode | ItemNode
/** Adds the edits inside of a member that stays one. */
export type EditMember = (member: Member, node: MemberNode, edits: TextEdit[]) => void

export const insertion = (at: number, insert: string): TextEdit => ({ start: at, end: at, insert })

/** The line break that ends the line of `at`, or the usual one. */
export function eolAt(paper: Paper, at: number): string {
  const end = endOfLine(paper.text, at)
  return paper.text.slice(end, nextLine(paper.text, at)) || paper.lineEnding
}

/** Whether a collection is written as lines. */
export const isLinesNode = (node: Node): boolean =>
  (node.kind === 'map' || node.kind === 'list') && !node.flow

/** Whether blank lines would become part of a node before them: it ends in a block text that keeps or counts them. */
export function takesBlankLines(node: Node, gap: string): boolean {
  let last: Node | undefined = node
  while (last?.kind === 'map' || last?.kind === 'list') {
    last = (last.kind === 'map' ? last.entries : last.items).at(-1)?.value
  }
  if (last?.kind !== 'scalar' || (last.style !== 'literal' && last.style !== 'folded')) return false
  const { chomping, indent } = last.event
  return chomping === CHOMPING_MODE.KEEP || gap.split(/[\n\r]/).some((l) => l.length > indent)
}

/** Which member comes from where (-1: it is new), and which can stay while the others move around them. */
export function matchMembers(nodes: readonly MemberNode[], members: readonly Member[]) {
  const places = new Map<MemberNode | null, number>(nodes.map((node, i) => [node, i]))
  const origins = members.map(({ node }) => places.get(node) ?? -1)
  return { origins, stays: longestRise(origins.filter((i) => i !== -1)) }
}

/** The text from `start` to `end` after edits that lie inside of it. */
export function textAfter(text: string, start: number, end: number, edits: readonly TextEdit[]) {
  const shifted = minimalEdits(text, edits).map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start
  }))
  return applyEdits(text.slice(start, end), shifted).text
}
