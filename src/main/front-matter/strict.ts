import { EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import { eventOffset, isFlow } from './event-place'
import type { Fault } from './fault'
import { skipTrivia } from './lines'
import { tabFault } from './tab-fault'

/**
 * What libyaml, and so Jekyll, refuses as a character of YAML: controls but tab, line feed and carriage return;
 * DEL; C1 but NEL; U+FFFE and U+FFFF.
 */
export function controlFault(source: string): Fault | null {
  const match = CONTROL.exec(source)
  if (match === null) return null
  const code = source.charCodeAt(match.index).toString(16).toUpperCase().padStart(4, '0')
  return {
    offset: match.index,
    code: 'control-character',
    message: `The control character U+${code} is not allowed in YAML.`
  }
}

/** The marks that git leaves in a file it could not merge. */
export function conflictFault(source: string): Fault | null {
  const match = source.includes('<<<<<<<') ? /^<{7}(?: |$)/m.exec(source) : null
  if (match === null) return null
  return {
    offset: match.index,
    code: 'merge-conflict',
    message: 'Git could not merge this file: it holds both versions between conflict marks.'
  }
}

/** What js-yaml, a YAML 1.2 reader, lets pass and libyaml, a YAML 1.1 reader, does not. */
export function strictFault(source: string, events: readonly Event[]): Fault | null {
  return (
    (BREAKS.test(source) ? breakFault(source, events) : null) ??
    (source.includes('\t') ? tabFault(source, events) : null) ??
    (/\\[uU]/.test(source) ? escapeFault(source, events) : null) ??
    (/[&*!]/.test(source) ? nameFault(source, events) : null) ??
    structureFault(source, events) ??
    markFault(source)
  )
}

/** NEL, LS and PS end a line in YAML 1.1: harmless only as LS or PS inside quotes, between other text. */
function breakFault(source: string, events: readonly Event[]): Fault | null {
  const quoted = new Set<number>()
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || !isQuoted(event.style)) continue
    if (/^[ \t]*:/.test(source.slice(event.valueEnd + 1, event.valueEnd + 99))) continue
    for (let i = event.valueStart; i < event.valueEnd; i += 1) {
      if (LONE_SEPARATOR.test(source.slice(Math.max(event.valueStart, i - 1), i + 2))) quoted.add(i)
    }
  }
  for (const match of source.matchAll(/[\u0085\u2028\u2029]/g)) {
    if (quoted.has(match.index)) continue
    const code = source.charCodeAt(match.index).toString(16).toUpperCase().padStart(4, '0')
    return {
      offset: match.index,
      code: 'line-separator',
      message: `The character U+${code} ends a line for Jekyll, though it does not look like it.`
    }
  }
  return null
}

/** libyaml takes no surrogates, not even pairs, and nothing beyond U+10FFFF from `\u` and `\U`. */
function escapeFault(source: string, events: readonly Event[]): Fault | null {
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.DOUBLE_QUOTED) continue
    const text = source.slice(event.valueStart, event.valueEnd)
    for (const match of text.matchAll(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|.)/gs)) {
      const code = Number.parseInt(match[1] ?? match[2] ?? '0', 16)
      if ((code < 0xd800 || code > 0xdfff) && code <= 0x10ffff) continue
      return {
        offset: event.valueStart + match.index,
        code: 'bad-escape',
        message: `\`${match[0]}\` is half a character; write the character itself.`
      }
    }
  }
  return null
}

/** Names that libyaml does not take for an anchor or a tag. */
function nameFault(source: string, events: readonly Event[]): Fault | null {
  for (const event of events) {
    if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) continue
    const anchor = source.slice(event.anchorStart, event.anchorEnd)
    if (event.anchorStart !== -1 && !/^[\w-]+$/.test(anchor))
      return misnamed(event.anchorStart, anchor)
    if (event.type === EVENT_ID.ALIAS || event.tagStart === -1) continue
    const tag = source.slice(event.tagStart, event.tagEnd)
    if (tag === '!!' || tag.includes('#') || !/^\s?$/.test(source[event.tagEnd] ?? ''))
      return misnamed(event.tagStart, tag)
  }
  return null
}

const misnamed = (offset: number, name: string): Fault => ({
  offset,
  code: 'bad-name',
  message: `Jekyll cannot read \`${name.slice(0, 40)}\` as the name of an anchor or tag.`
})

type Frame = { readonly flow: boolean; readonly map: boolean; isKey: boolean; keyStart: number }

/** Where libyaml is stricter about what may stand on the line of a key, and inside brackets. */
function structureFault(source: string, events: readonly Event[]): Fault | null {
  const frames: Frame[] = []
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) continue
    if (event.type === EVENT_ID.POP) {
      frames.pop()
      continue
    }
    const parent = frames.at(-1)
    const isKey = parent?.map === true && parent.isKey
    const start = eventOffset(event)
    if (parent?.map) {
      parent.isKey = !isKey
      if (isKey && !parent.flow && parent.keyStart !== NO_KEY && !opensLine(source, start)) {
        return fault(start, 'A field starts here, behind something else on its line.')
      }
      if (isKey && isLongKey(source, event, start)) {
        return fault(start, `The name of a field has more than ${LONGEST_KEY} characters here.`)
      }
      if (isKey) parent.keyStart = start
    }
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      const flow = isFlow(event)
      if (!flow && parent?.map && !/[\n\r]/.test(source.slice(parent.keyStart, event.start))) {
        return fault(event.start, 'A mapping or list cannot start here, on the line of its key.')
      }
      if (!flow && start < event.start && !/[\n\r]/.test(source.slice(start, event.start))) {
        return fault(start, 'A tag or an anchor cannot stand here, on the line of the first key.')
      }
      frames.push({ flow, map: event.type === EVENT_ID.MAPPING, isKey: true, keyStart: NO_KEY })
    } else if (parent?.flow && event.type === EVENT_ID.SCALAR && event.valueStart !== -1) {
      const bad = flowScalarFault(source, event, isKey)
      if (bad !== null) return bad
    }
  }
  return null
}

/** libyaml gives up on a key whose colon is further away, unless a question mark said that it is one. */
const isLongKey = (source: string, event: Event, start: number): boolean =>
  event.type === EVENT_ID.SCALAR &&
  event.valueEnd - start >= LONGEST_KEY &&
  skipTrivia(source, event.valueEnd + (isQuoted(event.style) ? 1 : 0)) - start > LONGEST_KEY &&
  !/\?[ \t]+$/.test(source.slice(Math.max(0, start - 99), start))

/** Whether only white space, or the mark of an explicit key, stands before `at` on its line. */
function opensLine(source: string, at: number): boolean {
  let before = at - 1
  while (isBlank(source[before])) before -= 1
  if (source[before] === '?') {
    before -= 1
    while (isBlank(source[before])) before -= 1
  }
  return before < 0 || source[before] === '\n' || source[before] === '\r'
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t'

/** In brackets, libyaml wants a key on one line, and knows `?` and `:` in more places. */
function flowScalarFault(source: string, event: ScalarEvent, isKey: boolean): Fault | null {
  const { valueStart, valueEnd, style } = event
  const text = source.slice(valueStart, valueEnd + 2)
  if (style === SCALAR_STYLE.PLAIN && /^[?:]|:[,?[\]{}]/.test(text)) {
    return fault(
      valueStart,
      'A word in brackets cannot start with `?` or `:`, nor hold `:` before a mark.'
    )
  }
  const end = isQuoted(style) ? valueEnd + 1 : valueEnd
  const start = eventOffset(event)
  const next = isKey ? skipTrivia(source, end) : end
  return isKey && source[next] === ':' && /[\n\r]/.test(source.slice(start, next))
    ? fault(start, 'A key in brackets must stand on one line, with its colon.')
    : null
}

const fault = (offset: number, message: string): Fault => ({ offset, code: 'bad-yaml', message })

/** libyaml drops a byte order mark at the start of any line, and then loses count. */
function markFault(source: string): Fault | null {
  const match = /[\n\r]\uFEFF/.exec(source)
  if (match === null) return null
  const message = 'A byte order mark stands at the start of this line; Jekyll stumbles over it.'
  return { offset: match.index + 1, code: 'byte-order-mark', message }
}

const isQuoted = (style: number): boolean =>
  style === SCALAR_STYLE.DOUBLE_QUOTED || style === SCALAR_STYLE.SINGLE_QUOTED

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/
const NO_KEY = -1
const LONGEST_KEY = 1024
const BREAKS = /[\u0085\u2028\u2029]/
const LONE_SEPARATOR = /^[^\s\u0085\u2028\u2029][\u2028\u2029](?:[^\s\u0085\u2028\u2029]|$)/
