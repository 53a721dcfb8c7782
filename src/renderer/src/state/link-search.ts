import { fold } from '#shared/library/query-fold'
import { dateOf, rowOf, searchText, titleOf } from '#shared/library/query-row'
import type { Link, Story } from '#shared/story/story'
import { webAddress } from '#shared/story/web-address'
import { pageOf } from './link-marks'

/** What may be added to a list of links. `place` is the position (from 1) of a link that leads there already. */
export type LinkChoice =
  | { readonly kind: 'story'; readonly story: Story; readonly place: number | null }
  | { readonly kind: 'page'; readonly address: string; readonly place: number | null }

/** More would not be read. */
const MOST = 8

type SearchParts = {
  readonly stories: readonly Story[]
  /** The story that gets the link; it is never offered itself. */
  readonly own: Story
  readonly links: readonly Pick<Link, 'webUrl'>[]
}

/** What fits what was typed: the stories at an address and the address itself, else stories by their words. */
export function linkChoices(typed: string, parts: SearchParts): readonly LinkChoice[] {
  if (typed.trim() === '') return []
  const address = webAddress(typed.trim())?.href ?? null
  const places = new Map<string, number>()
  for (const [index, { webUrl }] of parts.links.entries()) {
    const page = pageOf(webUrl)
    if (page !== null && !places.has(page)) places.set(page, index + 1)
  }
  const placeOf = (webUrl: string | null) => places.get(pageOf(webUrl) ?? '') ?? null
  const found = address === null ? byWords(typed, parts) : byAddress(address, parts)
  const stories = found
    .slice(0, MOST)
    .map((story) => ({ kind: 'story', story, place: placeOf(story.webUrl) }) as const)
  return address === null
    ? stories
    : [...stories, { kind: 'page', address: typed.trim(), place: placeOf(address) }]
}

function byAddress(address: string, { stories, own }: SearchParts): readonly Story[] {
  const page = pageOf(address)
  // Most addresses can be told apart without taking them to pieces.
  const part = webAddress(address)?.hostname.split('.').at(-2) ?? ''
  return stories.filter(
    ({ id, webUrl }) => id !== own.id && webUrl?.includes(part) && pageOf(webUrl) === page
  )
}

const byWords = (typed: string, { stories, own }: SearchParts): readonly Story[] =>
  storiesWith(typed, stories).filter(({ id }) => id !== own.id)

/** The stories that hold all words: those whose title holds them as they were typed first, then the newest. */
export function storiesWith(typed: string, stories: readonly Story[]): readonly Story[] {
  const phrase = fold(typed).trim()
  const words = phrase.split(' ').filter((word) => word !== '')
  if (words.length === 0) return []
  return stories
    .filter((story) => {
      const text = searchText(rowOf(story))
      return words.every((word) => text.includes(word))
    })
    .map((story) => ({
      story,
      isTitle: titleOf(rowOf(story)).includes(phrase),
      date: dateOf(rowOf(story)) ?? 0
    }))
    .sort((a, b) => Number(b.isTitle) - Number(a.isTitle) || b.date - a.date)
    .map(({ story }) => story)
}
