import {
  type AliasEvent,
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent
} from 'js-yaml'
import { plainKeyText } from './key-text'
import { beforeBreak, skipTrivia, startOfLine } from './lines'
import type {
  AliasNode,
  EntryNode,
  ItemNode,
  ListNode,
  MapNode,
  Node,
  ScalarNode,
  ScalarStyle
} from './nodes'

/**
 * Finds the place of every node, key, dash and colon in `text`. Never calls itself.
 *
 * @param events what js-yaml found; their offsets count from `base`.
 * @param start where the YAML starts, behind the opening fence.
 * @returns `null` if there is no node.
 */
export function locate(
  text: string,
  events: readonly Event[],
  base: number,
  start: number
): Node | null {
  const locator = new Locator(text, base, start)
  for (const event of events) if (locator.take(event)) break
  const { root } = locator
  const nothing = root?.kind === 'scalar' && root.style === 'empty' && root.start === root.end
  return nothing ? null : root
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Frame = {
  readonly node: Mutable<MapNode> | Mutable<ListNode>
  readonly entries: EntryNode[]
  readonly items: ItemNode[]
  readonly itemStart: number
  key: ScalarNode | AliasNode | null
  keyStart: number
  colon: number
}

class Locator {
  root: Node | null = null
  readonly #text: string
  readonly #base: number
  readonly #source: string
  readonly #frames: Frame[] = []
  #at: number

  constructor(text: string, base: number, start: number) {
    this.#text = text
    this.#base = base
    this.#source = base === 0 ? text : text.slice(base)
    this.#at = start
  }

  /** @returns whether the first document is complete. */
  take(event: Event): boolean {
    if (event.type === EVENT_ID.DOCUMENT) return false
    if (event.type === EVENT_ID.POP) return this.#close()
    const start = this.#approach()
    if (event.type === EVENT_ID.ALIAS) this.#place(this.#alias(event), start)
    else if (event.type === EVENT_ID.SCALAR) this.#place(this.#scalar(event), start)
    else this.#open(event, start)
    return false
  }

  /** Steps over what comes before the next node: a dash, a comma, a question mark, a colon. */
  #approach(): number {
    const frame = this.#frames.at(-1)
    if (frame === undefined) return this.#at
    const { node } = frame
    let next = skipTrivia(this.#text, this.#at)
    if (node.flow && frame.key === null && this.#text[next] === ',') {
      this.#at = next + 1
      next = skipTrivia(this.#text, next + 1)
    }
    if (node.kind === 'list') {
      if (!node.flow) this.#at = next + 1
      return next
    }
    if (frame.key === null) {
      if (this.#text[next] === '?' && /[\s]/.test(this.#text[next + 1] ?? ' ')) this.#at = next + 1
      return next
    }
    frame.colon = this.#text[next] === ':' ? next : -1
    if (frame.colon !== -1) this.#at = next + 1
    return next
  }

  #open(event: MappingEvent | SequenceEvent, itemStart: number): void {
    const own = event.start + this.#base
    const flow = event.style === COLLECTION_STYLE.FLOW
    const { start: outer, anchor, tagged } = this.#properties(event)
    const start = Math.min(own, outer)
    const bracketed = flow && this.#text[own] === (event.type === EVENT_ID.MAPPING ? '{' : '[')
    const entries: EntryNode[] = []
    const items: ItemNode[] = []
    const place = { start, contentStart: own, end: own, anchor, tagged, flow }
    const node: Mutable<MapNode> | Mutable<ListNode> =
      event.type === EVENT_ID.MAPPING
        ? { kind: 'map', ...place, bracketed, entries }
        : { kind: 'list', ...place, items }
    this.#frames.push({ node, entries, items, itemStart, key: null, keyStart: 0, colon: -1 })
    this.#at = bracketed ? own + 1 : own
  }

  #close(): boolean {
    const frame = this.#frames.pop()
    if (frame === undefined) return true
    const { node, itemStart } = frame
    if (node.flow && (node.kind === 'list' || node.bracketed)) {
      let next = skipTrivia(this.#text, this.#at)
      if (this.#text[next] === ',') next = skipTrivia(this.#text, next + 1)
      this.#at = next + 1
    }
    node.end = this.#at
    this.#place(node, itemStart)
    return false
  }

  #place(node: Node, start: number): void {
    const frame = this.#frames.at(-1)
    this.#at = node.end
    if (frame === undefined) this.root = node
    else if (frame.node.kind === 'list') frame.items.push({ start, value: node })
    else if (frame.key === null) {
      frame.key = node as ScalarNode | AliasNode
      frame.keyStart = start
    } else {
      const { key: keyNode, keyStart, colon } = frame
      frame.entries.push({
        start: keyStart,
        key: this.#keyText(keyNode),
        keyNode,
        colon,
        value: node
      })
      frame.key = null
    }
  }

  #keyText(node: ScalarNode | AliasNode): string | null {
    return node.kind === 'alias' ? null : plainKeyText(this.#source, node.event)
  }

  #alias(event: AliasEvent): AliasNode {
    const start = event.anchorStart - 1 + this.#base
    const end = event.anchorEnd + this.#base
    return { kind: 'alias', start, contentStart: start, end, anchor: null, tagged: false }
  }

  #scalar(event: ScalarEvent): ScalarNode {
    const properties = this.#properties(event)
    const place = { anchor: properties.anchor, tagged: properties.tagged }
    const after = Math.max(this.#at, properties.end)
    if (event.valueStart === -1) {
      const start = Math.min(properties.start, after)
      return {
        kind: 'scalar',
        ...place,
        style: 'empty',
        event,
        start,
        contentStart: after,
        end: after
      }
    }
    const style = STYLES[event.style]
    const block = style === 'literal' || style === 'folded'
    const quote = style === 'single' || style === 'double' ? 1 : 0
    const contentStart = block
      ? skipTrivia(this.#text, after)
      : event.valueStart + this.#base - quote
    const end = block ? this.#blockEnd(event) : event.valueEnd + this.#base + quote
    const start = Math.min(properties.start, contentStart)
    return { kind: 'scalar', ...place, style, event, start, contentStart, end }
  }

  /** The end of the last line that belongs to a block scalar, before its line break. */
  #blockEnd(event: ScalarEvent): number {
    const start = event.valueStart + this.#base
    let end = event.valueEnd + this.#base
    for (;;) {
      const lineEnd = beforeBreak(this.#text, end)
      const lineStart = startOfLine(this.#text, lineEnd)
      if (lineStart < start) return beforeBreak(this.#text, start)
      const line = this.#text.slice(lineStart, lineEnd)
      const blank = /^ *$/.test(line) && (event.indent < 0 || line.length <= event.indent)
      if (!blank || event.chomping === CHOMPING_MODE.KEEP) return lineEnd
      end = lineStart
    }
  }

  #properties(event: ScalarEvent | MappingEvent | SequenceEvent): Properties {
    const { tagStart, tagEnd, anchorStart, anchorEnd } = event
    if (tagStart === -1 && anchorStart === -1) return NO_PROPERTIES
    const tagged = tagStart !== -1
    const anchored = anchorStart !== -1
    const name = anchored ? anchorStart - 1 : Number.MAX_SAFE_INTEGER
    return {
      start: (tagged ? Math.min(tagStart, name) : name) + this.#base,
      end: Math.max(tagEnd, anchorEnd) + this.#base,
      anchor: anchored ? this.#text.slice(anchorStart + this.#base, anchorEnd + this.#base) : null,
      tagged
    }
  }
}

/** Where tag and anchor of a node stand. */
type Properties = {
  readonly start: number
  readonly end: number
  readonly anchor: string | null
  readonly tagged: boolean
}
const NO_PROPERTIES: Properties = {
  start: Number.MAX_SAFE_INTEGER,
  end: -1,
  anchor: null,
  tagged: false
}

const STYLES = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded'
} as const satisfies { readonly [style in ScalarEvent['style']]: ScalarStyle }
