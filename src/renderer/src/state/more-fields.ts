import type { Json } from '#shared/json'
import type { StoryDetail } from '#shared/story/story'

/** A field that is shown and not edited. */
export type MoreFieldValue = {
  readonly label: string
  readonly text: string
  /** `address`: may be opened. `kept`: never edited by Storydesk. */
  readonly kind: 'text' | 'address' | 'kept'
}

const ADDRESSES = [
  ['webUrl', 'Address'],
  ['originalUrl', 'Original'],
  ['ampWebUrl', 'AMP'],
  ['cdnAmpWebUrl', 'AMP cache']
] as const

/** Fields that have a control or a line of their own; what is not among them is shown under its key. */
const SHOWN = new Set<string>([
  ...ADDRESSES.map(([key]) => key),
  'title',
  'excerpt',
  'published',
  'quality',
  'heat',
  'topics',
  'publishedDateTime',
  'type',
  'category',
  'provider',
  'images',
  'secured'
])

/** What the file says beside the fields that have a control, in the order in which it is read. */
export function moreFields({ data, story, bodyLength }: StoryDetail): readonly MoreFieldValue[] {
  const fields: MoreFieldValue[] = []
  const add = (label: string, text: string | null, kind: MoreFieldValue['kind'] = 'text') => {
    if (text !== null) fields.push({ label, text, kind })
  }
  const own = (key: string): Json | undefined => (Object.hasOwn(data, key) ? data[key] : undefined)

  for (const [key, label] of ADDRESSES) add(label, textOf(own(key)), 'address')
  add('Date', textOf(own('publishedDateTime')))
  add('Provider', providerText(own('provider')))
  add('Pictures', picturesText(own('images')))
  add('Type', typeText(textOf(own('type')), textOf(own('category'))))
  for (const [key, value] of Object.entries(data)) {
    if (!SHOWN.has(key)) add(key, textOf(value), 'kept')
  }
  if (own('secured') !== undefined) add('secured', 'Encrypted, kept as it is', 'kept')
  if (bodyLength > 0)
    add('Text', `${bodyLength.toLocaleString('en')} characters after the front matter`)
  add('File', story.id)
  return fields
}

/** `Address, AMP, pictures and 3 more fields`. */
export function summaryOf(fields: readonly MoreFieldValue[]): string {
  const labels = fields.map(({ label }) => label)
  const named = labels.slice(0, 3).map((label, index) => (index === 0 ? label : lower(label)))
  const rest = labels.length - named.length
  if (rest === 0) return named.join(', ')
  return `${named.join(', ')} and ${rest} more ${rest === 1 ? 'field' : 'fields'}`
}

const lower = (label: string): string =>
  label === label.toUpperCase() || label.startsWith('AMP')
    ? label
    : label.charAt(0).toLowerCase() + label.slice(1)

function textOf(value: Json | undefined): string | null {
  if (value === undefined) return null
  if (value === null) return 'empty'
  if (typeof value === 'string') return value === '' ? 'empty' : value
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return value.length === 0 ? 'empty' : value.join(', ')
  }
  return JSON.stringify(value)
}

function providerText(provider: Json | undefined): string | null {
  if (typeof provider !== 'object' || provider === null || Array.isArray(provider)) {
    return textOf(provider)
  }
  const { name, domain } = provider as { readonly [key: string]: Json }
  const parts = [name, domain].filter((part) => typeof part === 'string')
  return parts.length > 0 ? parts.join(', ') : textOf(provider)
}

function picturesText(images: Json | undefined): string | null {
  if (!Array.isArray(images)) return textOf(images)
  if (images.length === 0) return 'none'
  const [first] = images as readonly { readonly [key: string]: Json }[]
  const { width, height, isCached } = first ?? {}
  const size =
    typeof width === 'number' && typeof height === 'number'
      ? `${width} × ${height}`
      : 'size unknown'
  const cached = isCached === true ? ', cached' : ''
  const rest = images.length === 1 ? '' : `, and ${images.length - 1} more`
  return `${size}${cached}${rest}`
}

function typeText(type: string | null, category: string | null): string | null {
  if (category === null) return type
  return type === null ? `in ${category}` : `${type}, in ${category}`
}
