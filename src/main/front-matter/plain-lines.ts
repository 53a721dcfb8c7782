import { fenceEnd } from './fence'
import {
  BLANK,
  DASH,
  isLetter,
  isPlainLine,
  isQuotedLine,
  isTextKey,
  keyEnd,
  LINE_FEED,
  QUOTE
} from './plain-line'
import { isFailure, resolvePlain } from './psych-scalar'
import { safeYamlDiffers } from './safe-yaml-scalar'
import type { YamlMap, YamlValue } from './value'

/** What `readPlainLines` found: the front matter without the skipped keys, and how many items those hold. */
export type PlainLines = {
  readonly data: YamlMap
  readonly counts: ReadonlyMap<string, number>
}

/**
 * Reads front matter of the plain shape that programs write: one `key: value` or `- value` per line, quoted or
 * plain, LF line ends, no comments. No YAML reader can disagree about it, so it needs no parser.
 *
 * @param text opens front matter at 0.
 * @param skip top-level keys whose values are checked like the others, but not built.
 * @param offsets takes, if given, where each key and item stands that is built, in the order of the text.
 * @returns `null` at the first thing that is not of this shape, right or wrong: ask a parser then.
 */
export function readPlainLines(
  text: string,
  skip: readonly string[],
  offsets: number[] | null = null
): PlainLines | null {
  try {
    return new PlainReader(text, skip, offsets).read()
  } catch (cause) {
    if (cause instanceof RangeError) return null // a line of megabytes is too much for a pattern
    throw cause
  }
}

type Frame = {
  readonly indent: number
  readonly map: Map<string, YamlValue> | null
  readonly list: YamlValue[] | null
  /** Hashes of the keys of a skipped mapping: equal ones could be the same key. */
  readonly hashes: number[] | null
  /** How many items a skipped list has. */
  count: number
}

class PlainReader {
  readonly #text: string
  readonly #skip: readonly string[]
  readonly #offsets: number[] | null
  readonly #data = new Map<string, YamlValue>()
  readonly #counts = new Map<string, number>()
  readonly #frames: Frame[] = []
  #at = 0
  /** The key that waits for the lines below it; `null` if none does. */
  #open: string | null = null
  #skipping: string | null = null
  #skippedList: Frame | null = null
  readonly #skipped = new Set<string>()
  /** Where the first character stands that programs write as an escape. */
  #odd = Number.POSITIVE_INFINITY
  /** Where the next backslash stands. */
  #escape = 0

  constructor(text: string, skip: readonly string[], offsets: number[] | null) {
    this.#text = text
    this.#skip = skip
    this.#offsets = offsets
  }

  read(): PlainLines | null {
    const text = this.#text
    if (!text.startsWith('---\n')) return null
    const odd = text.search(ODD)
    if (odd !== -1) this.#odd = odd
    this.#at = 4
    this.#frames.push(frame(0, this.#data, null, null))
    for (;;) {
      const unit = text.charCodeAt(this.#at)
      if (unit === LINE_FEED) {
        this.#at += 1
        continue
      }
      if (unit === DASH && text.startsWith('---', this.#at)) {
        return fenceEnd(text, this.#at) === null ? null : this.#finish()
      }
      if (Number.isNaN(unit) || !this.#line()) return null
    }
  }

  #finish(): PlainLines | null {
    if (this.#odd < this.#at) return null
    this.#settle()
    this.#endSkipped()
    return { data: this.#data, counts: this.#counts }
  }

  #line(): boolean {
    const text = this.#text
    if (this.#frames.length > MOST_FRAMES) return false
    let at = this.#at
    while (text.charCodeAt(at) === BLANK) at += 1
    const indent = at - this.#at
    if (text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === BLANK) {
      return this.#item(indent, at + 2)
    }
    if (!this.#enterMap(indent)) return false
    return this.#entry(at)
  }

  /** `- value` or `- key: value`. */
  #item(indent: number, at: number): boolean {
    let top = this.#top()
    if (this.#open !== null) {
      if (top.map === null && top.hashes === null) return false
      if (indent < top.indent) return false
      top = this.#push(indent, false)
    } else {
      while (!isList(top) || top.indent !== indent) {
        if (top.indent < indent || this.#frames.length === 1) return false
        this.#frames.pop()
        top = this.#top()
      }
    }
    top.count += 1
    if (top.list !== null) this.#offsets?.push(at)
    const colon = keyEnd(this.#text, at)
    if (colon === -1) return this.#value(at, null)
    const map = top.list === null ? null : new Map<string, YamlValue>()
    if (map !== null) top.list?.push(map)
    this.#frames.push(frame(indent + 2, map, null, map === null ? [] : null))
    return this.#entry(at)
  }

  /** Goes to the mapping whose keys stand at `indent`, or opens one below the key that waits. */
  #enterMap(indent: number): boolean {
    let top = this.#top()
    if (this.#open !== null) {
      if (indent > top.indent) {
        this.#push(indent, true)
        return true
      }
      this.#settle()
    }
    while (isList(top) || top.indent !== indent) {
      if (top.indent < indent || this.#frames.length === 1) return false
      this.#frames.pop()
      top = this.#top()
    }
    if (this.#skipping !== null && this.#frames.length === 1) this.#endSkipped()
    return true
  }

  /** `key: value`, or `key:` with lines below it. */
  #entry(at: number): boolean {
    const text = this.#text
    const colon = keyEnd(text, at)
    if (colon === -1 || colon - at > 200) return false
    const top = this.#top()
    if (top.hashes !== null) {
      if (!isNewKey(text, at, colon, top.hashes)) return false
      return this.#afterColon(colon + 1, '')
    }
    const key = text.slice(at, colon)
    const map = top.map as Map<string, YamlValue>
    if (map.has(key) || !isTextKey(key)) return false
    if (map === this.#data && this.#skip.includes(key)) {
      if (this.#skipped.has(key)) return false
      this.#skipped.add(key)
      this.#skipping = key
    }
    if (this.#skipping === null) this.#offsets?.push(at)
    return this.#afterColon(colon + 1, key)
  }

  #afterColon(at: number, key: string): boolean {
    if (this.#text.charCodeAt(at) === LINE_FEED) {
      this.#open = key
      this.#at = at + 1
      return true
    }
    return this.#value(at + 1, key)
  }

  /** Reads a scalar and its line break. */
  #value(at: number, key: string | null): boolean {
    const text = this.#text
    const end = text.indexOf('\n', at)
    if (end === -1 || this.#odd < end) return false
    this.#at = end + 1
    const building = this.#skipping === null
    const first = text.charCodeAt(at)
    if (first === QUOTE) {
      const escaped = this.#hasEscape(at, end)
      if (!isQuotedLine(text, at, end, escaped)) return false
      if (!building) return true
      const raw = text.slice(at + 1, end - 1)
      return this.#store(key, escaped ? (JSON.parse(`"${raw}"`) as string) : raw)
    }
    if (!isPlainLine(text, at, end)) return false
    if (!building && isLetter(first)) return true
    const raw = text.slice(at, end)
    const value = resolvePlain(raw)
    if (isFailure(value) || (!isLetter(first) && safeYamlDiffers(raw, value))) return false
    return !building || this.#store(key, value)
  }

  /** Whether a backslash stands in a range; ranges come in the order of the text. */
  #hasEscape(from: number, to: number): boolean {
    if (this.#escape < from) {
      const next = this.#text.indexOf('\\', from)
      this.#escape = next === -1 ? this.#text.length : next
    }
    return this.#escape < to
  }

  #store(key: string | null, value: YamlValue): true {
    const top = this.#top()
    if (key === null) top.list?.push(value)
    else top.map?.set(key, value)
    return true
  }

  /** Opens a collection below the key that waits. */
  #push(indent: number, isMap: boolean): Frame {
    const top = this.#top()
    const key = this.#open as string
    this.#open = null
    const building = this.#skipping === null
    const map = building && isMap ? new Map<string, YamlValue>() : null
    const list = building && !isMap ? [] : null
    if (building) top.map?.set(key, (map ?? list) as YamlValue)
    const opened = frame(indent, map, list, !building && isMap ? [] : null)
    this.#frames.push(opened)
    if (!building && !isMap && this.#frames.length === 2) this.#skippedList = opened
    return opened
  }

  /** A key without a value has none. */
  #settle(): void {
    if (this.#open === null) return
    const top = this.#top()
    if (this.#skipping === null) top.map?.set(this.#open, null)
    this.#open = null
  }

  #endSkipped(): void {
    if (this.#skipping === null) return
    if (this.#skippedList !== null) this.#counts.set(this.#skipping, this.#skippedList.count)
    this.#skippedList = null
    this.#skipping = null
  }

  #top(): Frame {
    return this.#frames[this.#frames.length - 1] as Frame
  }
}

const frame = (
  indent: number,
  map: Map<string, YamlValue> | null,
  list: YamlValue[] | null,
  hashes: number[] | null
): Frame => ({ indent, map, list, hashes, count: 0 })

const isList = (frame: Frame): boolean => frame.map === null && frame.hashes === null

/** Notes a key of a skipped mapping. @returns `false` if it may stand there already, or may be no text. */
function isNewKey(text: string, at: number, colon: number, hashes: number[]): boolean {
  let hash = 0
  for (let i = at; i < colon; i += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  if (hashes.includes(hash)) return false
  hashes.push(hash)
  return colon - at > 5 || isTextKey(text.slice(at, colon))
}

/** Deeper ones are for the parser to count. */
const MOST_FRAMES = 100

/** What libyaml refuses, what indents or ends a line for it, and the byte order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const ODD = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/
