import type { Json } from '#shared/json'
import type { LinkKey } from '#shared/story/story'
import type { StoryChange } from '#shared/story/story-change'

/**
 * Which value of a story an edit is about: a field as in `StoryChange`, e.g. `quality` or `provider/name`, or one of
 * a link, as `linkField` names it.
 */
export type FieldName = string

const LINK = 'related/'

/** The name of a link's field. It holds no blank, whatever the link's key holds. */
export const linkField = (link: LinkKey, field: string): FieldName =>
  `${LINK}${link.replace(/[%/\s]/g, escaped)}/${field}`

/** The link that a field belongs to, and its name there; `null` for a field of the story itself. */
export function linkOfField(
  name: FieldName
): { readonly link: LinkKey; readonly field: string } | null {
  if (!name.startsWith(LINK)) return null
  const end = name.indexOf('/', LINK.length)
  const link = name
    .slice(LINK.length, end)
    .replace(/%([0-9a-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
  return { link: link as LinkKey, field: name.slice(end + 1) }
}

/** The change that makes a field say `value` instead of `was`; `undefined` is a missing field. */
export function changeOf(
  name: FieldName,
  was: Json | undefined,
  value: Json | undefined
): StoryChange {
  const link = linkOfField(name)
  const values = { ...(was !== undefined && { was }), ...(value !== undefined && { value }) }
  return link === null
    ? { kind: 'set', field: name, ...values }
    : { kind: 'set-link', ...link, ...values }
}

/** Whether a field is written as text. What is not shows a number or a state. */
export const isTextField = (name: FieldName): boolean => !NOT_TEXT.has(lastKey(name))

/** How a field is called within a sentence. */
export function fieldWords(name: FieldName): string {
  const field = linkOfField(name)?.field ?? name
  return WORDS[field] ?? pictureWords(field) ?? lastKey(field)
}

/** The innermost key of a field: `name` of `provider/name`. */
export const lastKey = (name: FieldName): string => name.slice(name.lastIndexOf('/') + 1)

const escaped = (character: string): string => `%${character.codePointAt(0)?.toString(16)};`

/** `picture address`, for a field of a story's or a provider's picture. */
function pictureWords(field: FieldName): string | null {
  const [, part] = /^(?:provider\/)?images\/\d+\/(.+)$/.exec(field) ?? []
  if (part === undefined) return null
  return `picture ${{ url: 'address', isCached: 'cached' }[part] ?? part}`
}

const NOT_TEXT = new Set(['published', 'quality', 'heat', 'width', 'height', 'isCached'])

const WORDS: { readonly [field: string]: string } = {
  'provider/name': 'provider',
  'provider/domain': 'domain',
  publishedDateTime: 'date',
  webUrl: 'address',
  originalUrl: 'original address',
  ampWebUrl: 'AMP address',
  cdnAmpWebUrl: 'AMP cache address'
}
