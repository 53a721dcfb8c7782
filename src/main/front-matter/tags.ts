import type { MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml'
import { type Fault, fault } from './fault'
import { resolvePlain, type ScalarFailure } from './psych-scalar'
import type { YamlValue } from './value'

/** A scalar with a tag, as `ToRuby#deserialize` of Psych reads it under `safe_load`. */
export function readTagged(
  source: string,
  event: ScalarEvent,
  text: string
): YamlValue | ScalarFailure | Fault {
  const tag = expandTag(source.slice(event.tagStart, event.tagEnd))
  const plainOrTagged = resolvePlain(text)
  if (tag === '!str' || tag === 'tag:yaml.org,2002:str') return text
  if (tag === '!float' || tag === 'tag:yaml.org,2002:float') {
    return isNumber(plainOrTagged)
      ? asFloat(plainOrTagged, text)
      : fault(event.tagStart, 'tag', 'A value tagged as a number is none; Jekyll cannot read it.')
  }
  if (/^(?:!|tag:yaml\.org,2002:)binary$/.test(tag)) {
    const decoded = Buffer.from(text, 'base64').toString('latin1')
    const sure = BASE64.test(text) && /^[\x20-\x7e]*$/.test(decoded)
    return sure ? decoded : tagFault(event.tagStart, tag)
  }
  return CONSTRUCTS_SCALAR.test(tag) ? tagFault(event.tagStart, tag) : plainOrTagged
}

/** `Float()` of Ruby turns integers into floats. */
const asFloat = (value: YamlValue, text: string): YamlValue =>
  typeof value === 'number' && Number.isInteger(value)
    ? { kind: 'number', text, value, integer: null }
    : value

const isNumber = (value: YamlValue | ScalarFailure): value is YamlValue =>
  typeof value === 'number' ||
  (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'number')

/** Why a collection's tag cannot be read, or `null`. */
export const collectionTagFault = (
  source: string,
  event: MappingEvent | SequenceEvent
): Fault | null => {
  const tag = expandTag(source.slice(event.tagStart, event.tagEnd))
  const text = /^(?:!str|tag:yaml\.org,2002:str)$/.test(tag)
  return constructs(tag) || text ? tagFault(event.tagStart, tag) : null
}

/** What all decoders read alike. */
const BASE64 = /^[A-Za-z\d+/\s]*={0,2}\s*$/

/** The tags of scalars that Psych makes something else of. */
const CONSTRUCTS_SCALAR =
  /^!(?:ruby\/(?:object:(?:BigDecimal|DateTime|Complex|Rational)$|encoding$|class$|module$|regexp$|range$|sym|string:)|str:)/

/** Whether Psych makes anything but plain data of a tag, or refuses to. */
const constructs = (tag: string): boolean =>
  /^!(?:ruby\/|binary$|set$|omap$|(?:str|seq|map|struct|float):)/.test(tag) ||
  /^tag:(?:yaml\.org,2002:(?:binary|set|omap|pairs)$|ruby\.yaml\.org)/.test(tag)

function expandTag(raw: string): string {
  if (raw.startsWith('!<')) return raw.slice(2, -1)
  return raw.startsWith('!!') ? `tag:yaml.org,2002:${decodeTag(raw.slice(2))}` : decodeTag(raw)
}

const decodeTag = (tag: string): string =>
  tag.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16))
  )

const tagFault = (offset: number, tag: string): Fault =>
  fault(offset, 'tag', `The tag \`${tag}\` asks for something other than plain data.`)
