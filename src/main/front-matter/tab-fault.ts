import { EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import { isFlow } from './event-place'
import type { Fault } from './fault'
import { skipTrivia } from './lines'

/** Finds a tab that indents, which YAML does not allow: at the start of a line, or behind the dash of a list. */
export function tabFault(source: string, events: readonly Event[]): Fault | null {
  const { ranges, words } = whereTabsMay(source, events)
  let next = 0
  let visible = 0
  let last = 0
  for (const match of source.matchAll(TAB_INDENT)) {
    const offset = match.index + match[0].length - 1
    while (next < ranges.length && (ranges[next] as Range)[1] <= offset) next += 1
    const [start = Number.POSITIVE_INFINITY] = ranges[next] ?? []
    visible = visibleEnd(source, match.index, last) ?? visible
    last = offset
    if (offset < start || words.has(visible)) return tabAt(offset)
  }
  for (const event of events) {
    const block = event.type === EVENT_ID.SCALAR && event.style >= SCALAR_STYLE.LITERAL_BLOCK
    const fault = block ? blockTabFault(source, event) : null
    if (fault !== null) return fault
  }
  return null
}

/** A tab where libyaml still counts the blanks that indent a block scalar. */
function blockTabFault(source: string, event: ScalarEvent): Fault | null {
  const header = /[^\n\r]*(?:\r\n|\n|\r)$/.exec(source.slice(0, event.valueStart))?.[0] ?? ''
  let counts = !/[|>][-+]?\d/.test(header)
  let offset = event.valueStart
  for (const line of source.slice(event.valueStart, event.valueEnd).split(/(?<=\n|\r(?!\n))/)) {
    const blanks = (/^ */.exec(line) as RegExpExecArray)[0].length
    if (line[blanks] === '\t' && (counts || blanks < event.indent)) return tabAt(offset + blanks)
    if (line.trim() !== '') counts = false
    offset += line.length
  }
  return null
}

const tabAt = (offset: number): Fault => ({
  offset,
  code: 'tab-indentation',
  message: 'A tab stands where YAML wants blanks to indent.'
})

type Range = readonly [start: number, end: number]

/**
 * The ranges of brackets and of texts on several lines, where a tab may start a line; and the ends of plain words in
 * brackets: behind those, libyaml still looks for more of the word on the next line, and there wants no tab.
 */
function whereTabsMay(source: string, events: readonly Event[]) {
  const ranges: Range[] = []
  const words = new Set<number>()
  const brackets: boolean[] = []
  let depth = 0
  let opened = 0
  let at = 0
  for (const event of events) {
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      const bracketed = isFlow(event) && /[[{]/.test(source[event.start] ?? '')
      brackets.push(bracketed)
      if (!bracketed) continue
      if (depth === 0) opened = event.start
      depth += 1
      at = event.start + 1
    } else if (event.type === EVENT_ID.POP) {
      if (!brackets.pop()) continue
      depth -= 1
      at = behindBracket(source, at)
      if (depth === 0) ranges.push([opened, at])
    } else if (event.type === EVENT_ID.ALIAS) at = event.anchorEnd
    else if (event.type === EVENT_ID.SCALAR && event.valueStart !== -1) {
      at = event.valueEnd + (isQuoted(event) ? 1 : 0)
      if (depth > 0 && event.style === SCALAR_STYLE.PLAIN) words.add(event.valueEnd)
      if (depth === 0 && !event.fast) ranges.push([event.valueStart, event.valueEnd])
    }
  }
  return { ranges, words }
}

/** Where the next closing bracket ends. */
function behindBracket(source: string, from: number): number {
  let at = skipTrivia(source, from)
  while (at < source.length && !/[\]}]/.test(source[at] as string)) at = skipTrivia(source, at + 1)
  return at + 1
}

/** Where the text before `at` ends, white space aside. @returns `null` if there is none behind `from`. */
function visibleEnd(source: string, at: number, from: number): number | null {
  let end = at
  while (end > from && source.charCodeAt(end - 1) <= 0x20) end -= 1
  return end === from ? null : end
}

const isQuoted = ({ style }: ScalarEvent): boolean =>
  style === SCALAR_STYLE.DOUBLE_QUOTED || style === SCALAR_STYLE.SINGLE_QUOTED

const TAB_INDENT = /(?:^|[\n\r])(?: *\t| *(?:[-?:] +)*[-?:] *\t)/g
