import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml'
import type { Fault } from './construct'

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
  const match = /^<{7}(?: |$)/m.exec(source)
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
    (/[&*]/.test(source) ? anchorNameFault(source, events) : null)
  )
}

/** NEL, LS and PS end a line in YAML 1.1: harmless only as LS or PS inside quotes, between other text. */
function breakFault(source: string, events: readonly Event[]): Fault | null {
  const quoted = new Set<number>()
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || !isQuoted(event.style)) continue
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

/** Tabs that indent: at the start of a line, or behind the dash of a list. */
function tabFault(source: string, events: readonly Event[]): Fault | null {
  const covered = coveredRanges(events)
  for (const match of source.matchAll(TAB_INDENT)) {
    const offset = match.index + match[0].length - 1
    if (covered.some(([start, end]) => offset >= start && offset < end)) continue
    return {
      offset,
      code: 'tab-indentation',
      message: 'A tab stands where YAML wants blanks to indent.'
    }
  }
  return null
}

/** The ranges of quoted scalars, block scalars and flow collections, where a tab may start a line. */
function coveredRanges(events: readonly Event[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = []
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.style === SCALAR_STYLE.PLAIN) continue
    if (event.valueEnd > event.valueStart && !event.fast)
      ranges.push([event.valueStart, event.valueEnd])
  }
  return ranges
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

function anchorNameFault(source: string, events: readonly Event[]): Fault | null {
  for (const event of events) {
    if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) continue
    if (event.anchorStart === -1) continue
    const name = source.slice(event.anchorStart, event.anchorEnd)
    if (/^[\w-]+$/.test(name)) continue
    return {
      offset: event.anchorStart,
      code: 'anchor-name',
      message: `Jekyll cannot read \`${name}\` as the name of an anchor.`
    }
  }
  return null
}

const isQuoted = (style: number): boolean =>
  style === SCALAR_STYLE.DOUBLE_QUOTED || style === SCALAR_STYLE.SINGLE_QUOTED

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/
const BREAKS = /[\u0085\u2028\u2029]/
const LONE_SEPARATOR = /^[^\s\u0085\u2028\u2029][\u2028\u2029](?:[^\s\u0085\u2028\u2029]|$)/
const TAB_INDENT = /(?:^|[\n\r])(?: *\t| *(?:[-?:] +)*[-?:] *\t)/g
