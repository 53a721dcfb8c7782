import type { Json, JsonObject } from '#shared/json'
import type { StoryDetail } from '#shared/story/story'
import type { FieldValue } from './field-edit'
import type { FieldName } from './field-name'

/** A text of the story that stands below its main fields. */
export type MoreText = {
  readonly name: FieldName
  /** For the eye; `spoken` is the field's whole name. */
  readonly label: string
  readonly spoken: string
  /** `address`: may be opened. `date` and `address` are checked as a whole. */
  readonly kind: 'text' | 'address' | 'date'
  /** `undefined`: the file does not say. */
  readonly value: FieldValue
}

/** A picture of the story or of its provider. */
export type MorePicture = {
  /** Where it stands in the file, e.g. `images/0`. */
  readonly base: FieldName
  readonly label: string
  /** All that the file says of it. */
  readonly data: Json
  readonly url: FieldValue
  readonly width: FieldValue
  readonly height: FieldValue
  readonly isCached: FieldValue
  /** Some robots write one; `undefined`: this one did not. */
  readonly title: FieldValue
}

/** Something for reading only. */
export type KeptField = {
  readonly label: string
  readonly text: string
  readonly isLocked: boolean
}

export type MoreFields = {
  readonly texts: readonly MoreText[]
  /** `null`: what stands there is no list. */
  readonly pictures: readonly MorePicture[] | null
  /** The provider's pictures. */
  readonly logos: readonly MorePicture[]
  readonly kept: readonly KeptField[]
}

const TEXTS: readonly Omit<MoreText, 'value'>[] = [
  { name: 'webUrl', label: 'Address', spoken: 'Address', kind: 'address' },
  { name: 'originalUrl', label: 'Original', spoken: 'Original address', kind: 'address' },
  { name: 'ampWebUrl', label: 'AMP', spoken: 'AMP address', kind: 'address' },
  { name: 'cdnAmpWebUrl', label: 'AMP cache', spoken: 'AMP cache address', kind: 'address' },
  { name: 'publishedDateTime', label: 'Date', spoken: 'Date', kind: 'date' },
  { name: 'provider/name', label: 'Provider', spoken: 'Provider', kind: 'text' },
  { name: 'provider/domain', label: 'Domain', spoken: 'Provider domain', kind: 'text' },
  { name: 'type', label: 'Type', spoken: 'Type', kind: 'text' },
  { name: 'category', label: 'Category', spoken: 'Category', kind: 'text' }
]

/** Keys with a control of their own; what is not among them is shown as it is. */
const OWN = new Set([
  ...TEXTS.map(({ name }) => name),
  ...['title', 'excerpt', 'published', 'quality', 'heat', 'topics', 'provider', 'images', 'secured']
])

/** All that the file says beside the main fields, in the order in which it is read. */
export function moreFields({ data, story, bodyLength }: StoryDetail): MoreFields {
  const texts: MoreText[] = []
  const kept: KeptField[] = []
  for (const field of TEXTS) {
    const value = valueAt(data, field.name)
    const isText = value == null || typeof value === 'string'
    if (isText) texts.push({ ...field, value: value ?? undefined })
    else kept.push(keep(field.label, value))
  }
  const [images, logos] = [at(data, 'images'), at(at(data, 'provider'), 'images')]
  if (images != null && !Array.isArray(images)) kept.push(keep('Pictures', images))
  if (bodyLength > 0) {
    const text = `${bodyLength.toLocaleString('en')} characters after the front matter`
    kept.push({ label: 'Text', text, isLocked: false })
  }
  for (const [key, value] of Object.entries(data)) {
    if (!OWN.has(key)) kept.push(keep(key, value))
  }
  if (at(data, 'secured') !== undefined) {
    kept.push({ label: 'secured', text: 'Encrypted', isLocked: true })
  }
  kept.push({ label: 'File', text: story.id, isLocked: false })
  return {
    texts,
    pictures:
      images == null || Array.isArray(images) ? picturesOf(images, 'images', 'Picture') : null,
    logos: picturesOf(logos, 'provider/images', 'Logo'),
    kept
  }
}

/** `Address, AMP, date and 3 more fields`: what the file says, without what is missing. */
export function summaryOf({ texts, pictures, logos, kept }: MoreFields): string {
  const labels = [
    ...texts.filter(({ value }) => value !== undefined).map(({ label }) => label),
    ...[...(pictures ?? []), ...logos].map(({ label }) => label),
    ...kept.map(({ label }) => label)
  ]
  const named = labels.slice(0, 3).map((label, index) => (index === 0 ? label : lower(label)))
  const rest = labels.length - named.length
  if (rest === 0) return named.join(', ')
  return `${named.join(', ')} and ${rest} more ${rest === 1 ? 'field' : 'fields'}`
}

function picturesOf(list: Json | undefined, base: string, word: string): readonly MorePicture[] {
  if (!Array.isArray(list)) return []
  return (list as readonly Json[]).map((picture, index) => ({
    base: `${base}/${index}`,
    label: list.length === 1 ? word : `${word} ${index + 1}`,
    data: picture,
    url: at(picture, 'url'),
    width: at(picture, 'width'),
    height: at(picture, 'height'),
    isCached: at(picture, 'isCached'),
    title: at(picture, 'title')
  }))
}

const keep = (label: string, value: Json): KeptField => ({
  label,
  text: wordsFor(value),
  isLocked: false
})

function wordsFor(value: Json): string {
  if (value === null || value === '') return 'empty'
  if (typeof value === 'string') return value
  const isList = Array.isArray(value) && value.length > 0
  return isList && value.every((each) => typeof each === 'string')
    ? value.join(', ')
    : JSON.stringify(value)
}

const lower = (label: string): string =>
  label.startsWith('AMP') ? label : label.charAt(0).toLowerCase() + label.slice(1)

const valueAt = (data: JsonObject, name: FieldName): Json | undefined =>
  name.split('/').reduce<Json | undefined>((value, key) => at(value, key), data)

/** A member of a JSON value, if it has such a member. */
function at(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as { readonly [key: string]: Json })[key]
}
