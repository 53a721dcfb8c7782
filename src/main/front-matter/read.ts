import type { Event } from 'js-yaml'
import type { Problem } from '#shared/problem'
import { construct } from './construct'
import { decode } from './decode'
import type { Fault } from './fault'
import { type Fences, findFences, opensFrontMatter } from './fence'
import { skipTrivia } from './lines'
import { locate } from './locate'
import { problemAt } from './location'
import { withMatter } from './matter'
import type { Node } from './nodes'
import { parseYaml } from './parse-events'
import { readPlainLines } from './plain-lines'
import { conflictFault, controlFault, strictFault } from './strict'
import { isYamlMap, type YamlMap } from './value'
import { type Doubts, warningsOf } from './warnings'

/** A story's file, read. Offsets count UTF-16 code units of `text`. */
export type FrontMatter = {
  /** The whole file; a byte order mark stays. */
  readonly text: string
  /** Where the YAML between the fences starts. */
  readonly start: number
  /** Where the closing fence starts. */
  readonly end: number
  /** Where the body starts, as Jekyll sees it: behind the blank lines that follow the closing fence. */
  readonly bodyStart: number
  /** The line ending that most lines of the front matter have. */
  readonly lineEnding: '\n' | '\r\n' | '\r'
  /** As Psych reads it; empty where there are only comments. */
  readonly data: YamlMap
  /** What an editor should know though the story can be read, in the order of the file. */
  readonly warnings: readonly Problem[]
  /** Length of the byte order mark, 0 or 1. */
  readonly base: number
  /**
   * Where js-yaml finds each node of `text`; `null` if there is none. Found when it is first asked for: most of what is
   * read is never edited.
   */
  root(): Node | null
  /** Where the first YAML document ends: before `end` only where a second one follows. */
  readonly documentEnd: number
}

export type ReadResult =
  | { readonly kind: 'front-matter'; readonly frontMatter: FrontMatter }
  | { readonly kind: 'none'; readonly problem: Problem }
  | { readonly kind: 'problem'; readonly problem: Problem }

/**
 * Reads a story's file as Jekyll 4 does.
 *
 * @returns `none` if Jekyll sees no front matter, so that the file is no story; `problem` if it sees one that
 *   it cannot read, or that cannot be trusted. Jekyll then publishes the file as it is.
 */
export const readFrontMatter = (bytes: Uint8Array): ReadResult => readBytes(bytes, readText)

/** As `readFrontMatter`, and the same in all it answers, but never without the parser. */
export const parseFrontMatter = (bytes: Uint8Array): ReadResult => readBytes(bytes, parseText)

function readBytes(bytes: Uint8Array, read: (text: string) => ReadResult): ReadResult {
  const base = hasByteOrderMark(bytes) ? 1 : 0
  if (!opensFrontMatter(bytes, base * 3)) return { kind: 'none', problem: NO_FRONT_MATTER }

  const text = decode(bytes)
  return typeof text === 'string' ? read(text) : { kind: 'problem', problem: text }
}

/** Reads the text of a story's file whose first line opens front matter. */
export const readText = (text: string): ReadResult => readPlainText(text) ?? parseText(text)

/** Reads front matter of the shape that programs write. @returns `null` if it is of another one. */
function readPlainText(text: string): ReadResult | null {
  const plain = readPlainLines(text, [])
  const fences = plain === null ? null : findFences(text, 0)
  if (plain === null || fences === null) return null
  const { data } = plain
  // Were the parser of another opinion, nothing would have a place, and no patch of it could be verified.
  const events = () => {
    const parsed = parseSource(text.slice(0, fences.end))
    return 'code' in parsed ? [] : parsed
  }
  const frontMatter = {
    text,
    ...fences,
    lineEnding: '\n',
    data,
    warnings: [],
    base: 0,
    root: once(() => locate(text, events(), 0, fences.start)),
    documentEnd: fences.end
  } as const
  return { kind: 'front-matter', frontMatter }
}

function parseText(text: string): ReadResult {
  const base = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
  const fences = findFences(text, base)
  if (fences === null) return { kind: 'problem', problem: UNTERMINATED }

  const read = readDocument(text, base, fences)
  if ('code' in read) {
    const { offset, code, message } = read
    return { kind: 'problem', problem: problemAt(text, offset + base, code, message) }
  }
  const { data, events, doubts, documentEnd } = read
  const frontMatter = {
    text,
    ...fences,
    lineEnding: lineEndingOf(text, fences.end),
    data,
    warnings: warningsOf(text.slice(0, fences.end), base, doubts),
    base,
    root: once(() => locate(text, events, base, fences.start)),
    documentEnd
  }
  return { kind: 'front-matter', frontMatter }
}

type Document = {
  readonly data: YamlMap
  readonly events: readonly Event[]
  readonly doubts: Doubts
  readonly documentEnd: number
}

/** Reads the first document, like Psych with the opening fence in front. Offsets count from `base`. */
function readDocument(text: string, base: number, { start, end }: Fences): Document | Fault {
  const second = findMarker(text, start, end)
  const documentEnd = second ?? end
  const source = text.slice(base, documentEnd)
  const fault = controlFault(source) ?? conflictFault(source)
  if (fault !== null) return fault

  const events = parseSource(source)
  if ('code' in events) return events
  const built = construct(source, events)
  const unlike = strictFault(source, events)
  if (unlike !== null) return unlike
  if (!built.ok) return built.fault
  if (built.value !== null && !isYamlMap(built.value)) return notAMapping(source, start - base)

  const { duplicates, disputed } = built
  const doubts = { duplicates, disputed, second: second === null ? null : second - base }
  return { data: built.value ?? new Map(), events, doubts, documentEnd }
}

const parseSource = (source: string): readonly Event[] | Fault =>
  withMatter(source, () => parseYaml(source))

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null
  return () => {
    found ??= { value: find() }
    return found.value
  }
}

/** A `---` or `...` with text behind it or `\r` beside it closes no fence, but ends the YAML document that Psych reads. */
function findMarker(text: string, start: number, end: number): number | null {
  const marker = /(?:^|[\n\r])(?:---|\.\.\.)[ \t\n\r]/g
  marker.lastIndex = start - 1
  const match = marker.exec(text)
  return match === null || match.index >= end - 1 ? null : match.index + match[0].length - 4
}

function lineEndingOf(text: string, end: number): '\n' | '\r\n' | '\r' {
  const front = text.slice(0, end)
  if (!front.includes('\r')) return '\n'
  const windows = front.split('\r\n').length - 1
  const unix = front.split('\n').length - 1 - windows
  const mac = front.split('\r').length - 1 - windows
  if (windows >= unix && windows >= mac) return '\r\n'
  return unix >= mac ? '\n' : '\r'
}

const notAMapping = (source: string, start: number): Fault => ({
  offset: Math.min(skipTrivia(source, start), source.length - 1),
  code: 'not-a-mapping',
  message: 'The front matter is not a list of fields and values.'
})

const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

const BYTE_ORDER_MARK = 0xfeff
const NO_FRONT_MATTER: Problem = {
  code: 'no-front-matter',
  line: 1,
  column: 1,
  message: 'The file does not start with a line `---`, so Jekyll sees no story in it.'
}
const UNTERMINATED: Problem = {
  code: 'unterminated',
  line: 1,
  column: 1,
  message: 'No line `---` closes the front matter.'
}
