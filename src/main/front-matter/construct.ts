import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent
} from 'js-yaml'
import { type Anchor, Anchors } from './anchors'
import { eventOffset } from './event-place'
import { type Fault, fault, isFault } from './fault'
import { keyText } from './key-text'
import { isFailure, resolvePlain, type ScalarFailure } from './psych-scalar'
import { safeYamlDiffers } from './safe-yaml-scalar'
import { scalarValue } from './scalar-value'
import { collectionTagFault, readTagged } from './tags'
import { isYamlMap, type YamlMap, type YamlValue } from './value'

/** A key that stands twice in one mapping; Psych takes the later value. */
export type DuplicateKey = { readonly key: string; readonly first: number; readonly second: number }

export type Constructed =
  | {
      readonly ok: true
      readonly value: YamlValue
      readonly duplicates: readonly DuplicateKey[]
      /** Plain scalars that SafeYAML reads in another way than Psych. */
      readonly disputed: readonly DisputedScalar[]
    }
  | { readonly ok: false; readonly fault: Fault }

export type DisputedScalar = { readonly offset: number; readonly text: string }

/** Depth to which collections may nest. Psych reads 1,000; real stories have 5. */
export const MAX_DEPTH = 500
/** Characters of a text with escapes or line breaks; its reading takes a hundred times the memory. */
const LONGEST_TEXT = 1_000_000
const TOO_LONG = `A text with escapes or line breaks has more than ${LONGEST_TEXT} characters.`

/**
 * Builds the first document of an event stream as Psych does: the last of duplicate keys wins, `<<` merges,
 * unknown tags are ignored. Never constructs anything but data, never calls itself.
 *
 * @param source the text that the offsets in `events` refer to.
 */
export function construct(source: string, events: readonly Event[]): Constructed {
  const build = new Build(source)
  for (const event of events) {
    const fault = build.take(event)
    if (fault !== null) return { ok: false, fault }
    if (build.done) break
  }
  return { ok: true, value: build.root, duplicates: build.duplicates, disputed: build.disputed }
}

type Frame = {
  readonly map: Map<string, YamlValue> | null
  readonly list: YamlValue[] | null
  readonly isSequence: boolean
  readonly anchor: Anchor | null
  readonly valuesBefore: number
  readonly charactersBefore: number
  /** Offsets of the keys that the mapping itself has, in the order of first occurrence. */
  readonly keys: Map<string, number> | null
  key: string | null
  keyMerges: boolean
  keyStart: number
  height: number
}
type Given = 'scalar' | 'alias' | 'mapping' | 'sequence'

class Build {
  done = false
  root: YamlValue = null
  readonly duplicates: DuplicateKey[] = []
  readonly disputed: DisputedScalar[] = []
  readonly #source: string
  readonly #frames: Frame[] = []
  readonly #anchors = new Anchors()
  /** The offset of the last event that had one. */
  #last = 0
  #values = 0
  #characters = 0

  constructor(source: string) {
    this.#source = source
  }

  take(event: Event): Fault | null {
    if ('valueEnd' in event && event.valueEnd > 0) this.#last = event.valueEnd
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event)
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return this.#open(event)
      case EVENT_ID.POP:
        return this.#close()
      case EVENT_ID.ALIAS:
        return this.#alias(event)
      default:
        return null
    }
  }

  #scalar(event: ScalarEvent): Fault | null {
    this.#values += 1
    if (!event.fast && event.valueEnd - event.valueStart > LONGEST_TEXT) {
      return fault(event.valueStart, 'text-too-long', TOO_LONG)
    }
    const text = scalarValue(this.#source, event)
    this.#characters += text.length
    let value: YamlValue | ScalarFailure
    if (event.tagStart !== -1) {
      const tagged = readTagged(this.#source, event, text)
      if (isFault(tagged)) return tagged
      value = tagged
    } else if (event.style === SCALAR_STYLE.PLAIN) value = resolvePlain(text)
    else value = text
    if (isFailure(value)) return scalarFault(eventOffset(event), text, value)

    if (event.style === SCALAR_STYLE.PLAIN && mayDiffer(text) && safeYamlDiffers(text, value)) {
      this.disputed.push({ offset: event.valueStart, text })
    }
    if (event.anchorStart !== -1) this.#anchor(event, value, true)
    return this.#add(value, event, 'scalar', event.tagStart !== -1)
  }

  #open(event: MappingEvent | SequenceEvent): Fault | null {
    const frames = this.#frames
    if (frames.length >= MAX_DEPTH) return tooDeep(event.start)
    if (event.tagStart !== -1) {
      const fault = collectionTagFault(this.#source, event)
      if (fault !== null) return fault
    }
    const isSequence = event.type === EVENT_ID.SEQUENCE
    const list: YamlValue[] | null = isSequence ? [] : null
    const map: Map<string, YamlValue> | null = isSequence ? null : new Map()
    const parent = frames.at(-1)
    if (parent?.map && parent.key === null) {
      return fault(
        eventOffset(event),
        'complex-key',
        'A list or a mapping stands as a key; no field can have such a name.'
      )
    }
    const anchor =
      event.anchorStart === -1 ? null : this.#anchor(event, (list ?? map) as YamlValue, false)
    frames.push({
      map,
      list,
      isSequence,
      anchor,
      valuesBefore: this.#values,
      charactersBefore: this.#characters,
      keys: map === null ? null : new Map(),
      key: null,
      keyMerges: false,
      keyStart: 0,
      height: 1
    })
    this.#values += 1
    return null
  }

  #close(): Fault | null {
    const frame = this.#frames.pop()
    if (frame === undefined) {
      this.done = true
      return null
    }
    const { anchor } = frame
    if (anchor !== null) {
      anchor.complete = true
      anchor.values = this.#values - frame.valuesBefore
      anchor.characters = this.#characters - frame.charactersBefore
      anchor.height = frame.height
    }
    const value = (frame.list ?? frame.map) as YamlValue
    return this.#put(value, frame.isSequence ? 'sequence' : 'mapping', frame.height)
  }

  #alias(event: AliasEvent): Fault | null {
    const name = this.#source.slice(event.anchorStart, event.anchorEnd)
    const offset = event.anchorStart - 1
    const anchor = this.#anchors.repeat(name, offset)
    if (isFault(anchor)) return anchor
    this.#values += anchor.values
    this.#characters += anchor.characters
    if (this.#frames.length + anchor.height > MAX_DEPTH) return tooDeep(offset)
    const parent = this.#frames.at(-1)
    if (parent?.map && parent.key === null && typeof anchor.value === 'object') {
      return fault(offset, 'complex-key', 'An alias of a list or a mapping stands as a key.')
    }
    return this.#add(anchor.value, event, 'alias', false, anchor.height)
  }

  #anchor(event: ScalarEvent | MappingEvent | SequenceEvent, value: YamlValue, complete: boolean) {
    const name = this.#source.slice(event.anchorStart, event.anchorEnd)
    return this.#anchors.define(name, value, complete)
  }

  /** Takes a scalar or an alias, as a key where a mapping waits for one. */
  #add(
    value: YamlValue,
    event: ScalarEvent | AliasEvent,
    given: Given,
    tagged: boolean,
    height = 0
  ): Fault | null {
    const frame = this.#frames.at(-1)
    if (frame?.map && frame.key === null) {
      if (event.type === EVENT_ID.SCALAR && eventOffset(event) === -1) {
        const colon = this.#source.indexOf(':', this.#last)
        return fault(colon, 'empty-key', 'A value stands here without the name of its field.')
      }
      frame.key = keyText(value, this.#source, event)
      frame.keyMerges = frame.key === '<<' && value === '<<' && !tagged
      frame.keyStart = eventOffset(event)
      return null
    }
    return this.#put(value, given, height)
  }

  #put(value: YamlValue, given: Given, height: number): Fault | null {
    const frame = this.#frames.at(-1)
    if (frame === undefined) {
      this.root = value
      return null
    }
    if (height >= frame.height) frame.height = height + 1
    if (frame.list !== null) {
      frame.list.push(value)
      return null
    }
    const map = frame.map as Map<string, YamlValue>
    const key = frame.key as string
    frame.key = null
    if (frame.keyMerges) return this.#merge(map, value, given, frame.keyStart)
    const keys = frame.keys as Map<string, number>
    const first = keys.get(key)
    if (first === undefined) keys.set(key, frame.keyStart)
    else this.duplicates.push({ key, first, second: frame.keyStart })
    map.set(key, value)
    return null
  }

  /** `revive_hash` of Psych: merged values replace earlier ones and give way to later ones. */
  #merge(
    map: Map<string, YamlValue>,
    value: YamlValue,
    given: Given,
    offset: number
  ): Fault | null {
    const sources = given === 'sequence' ? [...(value as readonly YamlValue[])].reverse() : [value]
    if (given === 'scalar' || !sources.every(isYamlMap)) {
      map.set('<<', value)
      return null
    }
    const merged = new Map<string, YamlValue>()
    for (const source of sources as readonly YamlMap[]) {
      const tooMany = this.#anchors.merge(source.size, offset)
      if (tooMany !== null) return tooMany
      for (const [key, item] of source) merged.set(key, item)
    }
    for (const [key, item] of merged) map.set(key, item)
    return null
  }
}

const tooDeep = (offset: number): Fault =>
  fault(offset, 'too-deep', `Lists and mappings nest more than ${MAX_DEPTH} deep here.`)

const FAILURES: { readonly [failure in ScalarFailure['failure']]: string } = {
  symbol: 'a Ruby symbol, which Jekyll refuses. Put it in quotes.',
  number: 'not a number, though it starts like one; Jekyll fails on it. Put it in quotes.',
  timestamp: 'a date with a tab, on which Jekyll fails. Put it in quotes.'
}

const scalarFault = (offset: number, text: string, { failure }: ScalarFailure): Fault =>
  fault(offset, failure, `\`${text.slice(0, 40)}\` is ${FAILURES[failure]}`)

/** Readers differ only about scalars that start like a number, a date or a symbol. */
const mayDiffer = (text: string): boolean => {
  const first = text.charCodeAt(0)
  return (first >= 0x2b && first <= 0x3a) || first === 0x5f
}
