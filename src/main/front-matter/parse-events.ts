import { type Event, parseEvents, YAMLException } from 'js-yaml'
import { MAX_DEPTH } from './construct'
import type { Fault } from './fault'
import { findOpenQuote } from './open-quote'

/**
 * Parses YAML into js-yaml's events.
 *
 * YAML 1.2 wants every line of a list in brackets or of a text in quotes indented, a closing `]` too; YAML 1.1,
 * libyaml and so Jekyll do not. Such a line is indented for the parser only, and the offsets are put right.
 * Nor does js-yaml take a tab before a bracket: it gets a blank instead.
 */
export function parseYaml(source: string): readonly Event[] | Fault {
  let padded = source
  const lines: number[] = []
  let pad = ''
  for (let tries = 0; ; tries += 1) {
    const parsed = tryParse(padded)
    if (parsed.ok) return lines.length === 0 ? parsed.events : shiftBack(parsed.events, lines, pad)
    const { fault } = parsed
    const line = startOfLine(padded, fault.offset)
    const before = padded.slice(line, fault.offset)
    const hasTab = before.includes('\t')
    const tried = !hasTab && lines.includes(line)
    if (fault.message !== DEFICIENT || tried || tries * source.length > MOST_WORK) {
      return rightfulFault(source, { ...fault, offset: shifted(fault.offset, lines, pad) })
    }
    if (hasTab) {
      padded = padded.slice(0, line) + before.replace(/\t/g, ' ') + padded.slice(fault.offset)
      continue
    }
    if (lines.length === 0) pad = ' '.repeat(deepestIndent(source) + 2)
    padded = padded.slice(0, line) + pad + padded.slice(line)
    for (const [i, other] of lines.entries()) if (other > line) lines[i] = other + pad.length
    lines.push(line)
  }
}

type Parsed =
  | { readonly ok: true; readonly events: Event[] }
  | { readonly ok: false; readonly fault: Fault }

function tryParse(source: string): Parsed {
  try {
    return { ok: true, events: parseEvents(source, { maxDepth: MAX_DEPTH }) }
  } catch (cause) {
    if (cause instanceof RangeError) return { ok: false, fault: DEEP }
    if (!(cause instanceof YAMLException) || cause.mark === undefined) throw cause
    const { reason, mark } = cause
    const code = reason.startsWith('nesting exceeded') ? 'too-deep' : 'bad-yaml'
    const message = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
    return { ok: false, fault: { offset: mark.position, code, message } }
  }
}

/** A quote that was never closed is named where it opens, not where the parser stumbled over it. */
function rightfulFault(source: string, fault: Fault): Fault {
  const offset = fault.code === 'bad-yaml' ? findOpenQuote(source, fault.offset) : null
  if (offset === null) return fault
  return { offset, code: 'open-quote', message: 'The quote that opens here is not closed.' }
}

/** @param lines where the padding starts in the padded text, in any order. */
function shiftBack(events: Event[], lines: readonly number[], pad: string): readonly Event[] {
  for (const event of events) {
    for (const [name, offset] of Object.entries(event)) {
      const place = /(?:^s|S)tart$|End$/.test(name) && typeof offset === 'number' && offset > 0
      if (place) Object.assign(event, { [name]: shifted(offset, lines, pad) })
    }
  }
  return events
}

function shifted(offset: number, lines: readonly number[], pad: string): number {
  let inserted = 0
  for (const line of lines) if (line < offset) inserted += Math.min(pad.length, offset - line)
  return offset - inserted
}

function startOfLine(text: string, at: number): number {
  let start = at
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1
  return start
}

const deepestIndent = (source: string): number => {
  let deepest = 0
  for (const match of source.matchAll(/^[ -]*/gm)) deepest = Math.max(deepest, match[0].length)
  return deepest
}

const DEFICIENT = 'Deficient indentation.'
/** Characters that may be parsed again for the sake of such lines and tabs. */
const MOST_WORK = 20_000_000
const DEEP: Fault = {
  offset: 0,
  code: 'too-deep',
  message: 'Lists and mappings nest too deep to be read.'
}
