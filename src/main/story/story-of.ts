import type { Problem } from '#shared/problem'
import type { Story } from '#shared/story/story'
import type { StoryId, Version } from '#shared/story/story-id'
import {
  type ExactNumber,
  isExactNumber,
  isTimestamp,
  isYamlList,
  isYamlMap,
  type YamlMap,
  type YamlValue
} from '../front-matter/value'
import { type Fate, fateOf } from './fate'

/** What the front matter of a story says, or why it cannot be read. */
export type StoryFields =
  | {
      readonly kind: 'front-matter'
      readonly data: YamlMap
      /** How many items lists hold that `data` leaves out. */
      readonly counts: ReadonlyMap<string, number>
      readonly warnings: readonly Problem[]
    }
  | { readonly kind: 'problem'; readonly problem: Problem }

/**
 * Makes the row of one story from what its file says.
 *
 * `onSite` is what a real `jekyll build` does: a story is left out only if `published` is the boolean `false` or is
 * there without a value. A story that cannot be read, or whose byte order mark hides its front matter, goes online
 * whatever it says.
 */
export function storyOf(id: StoryId, version: Version, fields: StoryFields): Story {
  if (fields.kind === 'problem') return problemStory(id, version, fields.problem)
  const { data, counts, warnings } = fields
  const isHidden = warnings.some(({ code }) => code === 'byte-order-mark')
  return {
    id,
    version,
    title: printedOf(data.get('title')),
    excerpt: textOf(data.get('excerpt')),
    provider: nameOf(data.get('provider')),
    publishedDateTime: dateOf(data.get('publishedDateTime')),
    topics: topicsOf(data.get('topics')),
    quality: numberOf(data.get('quality')),
    heat: numberOf(data.get('heat')),
    published: booleanOf(data.get('published')),
    onSite: isHidden || !isHeldBack(data),
    links: counts.get('related') ?? lengthOf(data.get('related')),
    type: textOf(data.get('type')),
    category: textOf(data.get('category')),
    webUrl: textOf(data.get('webUrl')),
    image: imageOf(data.get('images')),
    problem: null
  }
}

type Value = YamlValue | undefined

export const textOf = (value: Value): string | null => (typeof value === 'string' ? value : null)

/** What a page prints for a value that is no list and no map; a date and a time as the file spells them. */
function printedOf(value: Value): string | null {
  if (isTimestamp(value)) return value.text
  if (isExactNumber(value)) return printedNumber(value)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value)
}

/** Ruby writes a float that is whole with `.0`. */
function printedNumber({ value, integer }: ExactNumber): string {
  if (integer !== null) return String(integer)
  return Number.isInteger(value) ? value.toFixed(1) : String(value)
}

/** A date as the file spells it, be it a YAML timestamp or text. */
export const dateOf = (value: Value): string | null =>
  isTimestamp(value) ? value.text : textOf(value)

/** The nearest number; `null` for infinities and not-a-number, which cannot be compared. */
export function numberOf(value: Value): number | null {
  const number = isExactNumber(value) ? value.value : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** The name of a provider. */
export const nameOf = (value: Value): string | null =>
  isYamlMap(value) ? textOf(value.get('name')) : null

/** The address of the first picture, be it a map with `url` or plain text. */
export function imageOf(value: Value): string | null {
  const first = isYamlList(value) ? value[0] : undefined
  return isYamlMap(first) ? textOf(first.get('url')) : textOf(first)
}

const booleanOf = (value: Value): boolean | null => (typeof value === 'boolean' ? value : null)

const topicsOf = (value: Value): readonly string[] =>
  isYamlList(value) ? value.filter((topic) => typeof topic === 'string') : []

const lengthOf = (value: Value): number => (isYamlList(value) ? value.length : 0)

function isHeldBack(data: YamlMap): boolean {
  const published = data.get('published')
  return published === false || published === null
}

const NO_PAGE: readonly Fate[] = ['no-site', 'copied']

const problemStory = (id: StoryId, version: Version, problem: Problem): Story => ({
  id,
  version,
  title: null,
  excerpt: null,
  provider: null,
  publishedDateTime: null,
  topics: [],
  quality: null,
  heat: null,
  published: null,
  onSite: !NO_PAGE.includes(fateOf(problem)),
  links: 0,
  type: null,
  category: null,
  webUrl: null,
  image: null,
  problem
})
