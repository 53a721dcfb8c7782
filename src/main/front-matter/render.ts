import type { HouseStyle } from './house-style'
import { endOfLine, startOfLine } from './lines'
import { leadOf } from './members'
import type { ListNode, Node, ScalarNode, ScalarStyle } from './nodes'
import type { EntryPlan, ItemPlan, ListPlan, MapPlan, Plan } from './plan'
import { expand } from './reconcile'
import { isPlainSafe, type ScalarPlace, scalarText } from './scalar-text'
import { isExactNumber, isTimestamp, isYamlList, isYamlMap, type YamlValue } from './value'

/** What new text is written with. */
export type Pen = {
  readonly text: string
  readonly base: number
  readonly style: HouseStyle
}

/** Whether a plan is written as lines of its own, not as one token. */
export function isBlock(plan: Plan): plan is Plan {
  if (plan.kind === 'kept') {
    return (plan.node.kind === 'map' || plan.node.kind === 'list') && !plan.node.flow
  }
  if (plan.kind === 'new') {
    return isYamlMap(plan.value)
      ? plan.value.size > 0
      : isYamlList(plan.value) && plan.value.length > 0
  }
  if (plan.node?.flow) return false
  return (plan.kind === 'map' ? plan.entries : plan.items).length > 0
}

/** The lines of a collection in block style, without line breaks, its keys or dashes in column `column`. */
export function blockLines(pen: Pen, plan: Plan, column: number, list: ListNode | null): string[] {
  if (plan.kind === 'kept') return shiftedLines(pen.text, plan.node, column)
  const open = expand(plan) as MapPlan | ListPlan
  if (open.kind === 'map') {
    return open.entries.flatMap((entry) => entryLines(pen, entry, column, list))
  }
  return open.items.flatMap((item) => itemLines(pen, item, column, open.node ?? list, null))
}

/** The lines of a key and its value. `list` tells in which list the same key shows its style. */
export function entryLines(
  pen: Pen,
  { key, value }: EntryPlan,
  column: number,
  list: ListNode | null
): string[] {
  const start = `${' '.repeat(column)}${keyText(key ?? '', false)}:`
  if (isBlock(value)) {
    const { listIndent, mapIndent } = pen.style
    const indent = isListPlan(value) ? listIndent : mapIndent
    return [start, ...blockLines(pen, value, column + indent, list)]
  }
  const style = pen.style.styleOf(key ?? '', list)
  const [first, ...rest] = tokenLines(pen, value, style, column)
  return [`${start} ${first}`, ...rest]
}

/** The lines of a dash and its item. */
export function itemLines(
  pen: Pen,
  { value }: ItemPlan,
  column: number,
  list: ListNode | null,
  style: ScalarStyle | null
): string[] {
  const { dashWidth } = pen.style
  const dash = `${' '.repeat(column)}-${' '.repeat(dashWidth - 1)}`
  if (isBlock(value)) {
    const [first = '', ...rest] = blockLines(pen, value, column + dashWidth, list)
    return [dash + first.slice(column + dashWidth), ...rest]
  }
  const [first, ...rest] = tokenLines(pen, value, style, column)
  return [dash + first, ...rest]
}

/** A value as one token: a scalar, or a collection in brackets; a kept block scalar has lines below it. */
function tokenLines(pen: Pen, plan: Plan, style: ScalarStyle | null, column: number): string[] {
  if (plan.kind === 'kept' && plan.node.kind === 'scalar') {
    const lines = blockScalarLines(pen.text, plan.node, column)
    if (lines !== null) return lines
  }
  return [token(pen, plan, style, { flow: false })]
}

/** A value in one line. */
export function token(pen: Pen, plan: Plan, style: ScalarStyle | null, place: ScalarPlace): string {
  if (plan.kind === 'kept') return keptToken(pen, plan.node, plan.value, place)
  if (plan.kind === 'new' && !isYamlMap(plan.value) && !isYamlList(plan.value)) {
    return scalarToken(plan.value, style, place)
  }
  const open = expand(plan) as MapPlan | ListPlan
  if (open.kind === 'list') {
    return `[${open.items.map(({ value }) => token(pen, value, style, FLOW)).join(', ')}]`
  }
  const entries = open.entries.map(({ key, value }) => {
    const own = pen.style.styleOf(key ?? '', null)
    return `${keyText(key ?? '', true)}: ${token(pen, value, own, FLOW)}`
  })
  return `{${entries.join(', ')}}`
}

/** A scalar's text; of numbers and dates the one that every reader takes for it. */
function scalarToken(value: YamlValue, style: ScalarStyle | null, place: ScalarPlace): string {
  if (typeof value === 'string') return scalarText(value, style, place)
  if (typeof value === 'number') return numberText(value)
  if (isTimestamp(value) || isExactNumber(value)) return value.text
  return String(value)
}

/** A key's text. */
export const keyText = (key: string, flow: boolean): string =>
  scalarText(key, 'plain', { flow, key: true })

/** Psych takes `1e-7` for text, `1.0e-7` for a number. */
function numberText(value: number): string {
  if (Object.is(value, -0)) return '0'
  const text = String(value)
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text
}

/** A kept value elsewhere: as it was spelled if that means the same there. */
function keptToken(pen: Pen, node: Node, value: YamlValue, place: ScalarPlace): string {
  const source = pen.text.slice(node.contentStart, node.end)
  const oneLine = !/[\n\r]/.test(source)
  if (node.kind === 'scalar') {
    const tag = node.tagged ? pen.text.slice(node.start, node.contentStart) : ''
    const quoted = node.style === 'double' || node.style === 'single'
    const plain = node.style === 'plain' && (!place.flow || isPlainSafe(source, place))
    if (oneLine && (quoted || plain)) return tag + source
    return node.style === 'empty' && !node.tagged ? 'null' : scalarToken(value, node.style, place)
  }
  const closed = (node.kind === 'map' || node.kind === 'list') && node.flow && !isBarePair(node)
  if (closed && oneLine) return source
  if (node.kind === 'alias') return place.flow ? `${source} ` : source
  return token(pen, expand({ kind: 'kept', node, value }), null, place)
}

/** Whether a mapping stands in brackets as `a: b`, without braces of its own, where it can have one key only. */
export const isBarePair = (node: Node): boolean =>
  node.kind === 'map' && node.flow && !node.bracketed

/** The lines of a block scalar under a parent in column `column`. @returns `null` if it is none, or fixes its indent. */
function blockScalarLines(text: string, node: ScalarNode, column: number): string[] | null {
  if (node.style !== 'literal' && node.style !== 'folded') return null
  const [header = '', ...lines] = text.slice(node.contentStart, node.end).split(/\r\n|\n|\r/)
  const { indent } = node.event
  if (/\d/.test(header.replace(/#.*/, '')) || indent < 0) return null
  const pad = ' '.repeat(column + 2)
  return [header, ...lines.map((line) => (line.trim() === '' ? '' : pad + line.slice(indent)))]
}

/** The source lines of a block collection, moved to start in `column`, with all their comments. */
function shiftedLines(text: string, node: Node, column: number): string[] {
  const own = startOfLine(text, node.contentStart)
  const from = node.contentStart - own
  const first = text.slice(own, node.contentStart).trim() === '' ? leadOf(text, own, 0, from) : own
  const end = endOfLine(text, node.end)
  const source =
    first === own ? ' '.repeat(from) + text.slice(node.contentStart, end) : text.slice(first, end)
  return source.split(/\r\n|\n|\r/).map((line) => {
    if (line.trim() === '') return ''
    const indent = (/^ */.exec(line) as RegExpExecArray)[0].length
    return ' '.repeat(Math.max(0, indent + column - from)) + line.slice(indent)
  })
}

export const isListPlan = (plan: Plan): boolean =>
  plan.kind === 'list' ||
  (plan.kind === 'new' && isYamlList(plan.value)) ||
  (plan.kind === 'kept' && plan.node.kind === 'list')

const FLOW: ScalarPlace = { flow: true }
