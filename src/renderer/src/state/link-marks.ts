import { fold } from '#shared/library/query-fold'
import type { Link, Story } from '#shared/story/story'
import { webAddress } from '#shared/story/web-address'
import { remembered } from './remembered'

/** What a link repeats: another link, by its position (from 0), or its own story (`null`). */
export type Repeat = { readonly words: string; readonly of: number | null }

/**
 * Which links repeat another one or their own story, by position (from 0), in words that name the other. A link is
 * compared with those above it, so of two that are alike only the lower one is marked.
 */
export function repeatedLinks(
  links: readonly Pick<Link, 'title' | 'webUrl'>[],
  story: Pick<Story, 'title' | 'webUrl'>
): ReadonlyMap<number, Repeat> {
  const marks = new Map<number, Repeat>()
  const pages = new Map<string, number | null>()
  const titles = new Map<string, number | null>()
  note(pages, pageOf(story.webUrl), null)
  note(titles, titleOf(story.title), null)
  for (const [index, { title, webUrl }] of links.entries()) {
    const page = pageOf(webUrl)
    const name = titleOf(title)
    const samePage = page === null ? undefined : pages.get(page)
    const sameTitle = name === null ? undefined : titles.get(name)
    if (samePage !== undefined) marks.set(index, repeat('work', samePage))
    else if (sameTitle !== undefined) marks.set(index, repeat('title', sameTitle))
    note(pages, page, index)
    note(titles, name, index)
  }
  return marks
}

/**
 * What two addresses of one page have in common: the host without `www`, `m` and `amp`, path and question without
 * what only tracks readers. `null` for what is no web address.
 */
export const pageOf = (address: string | null): string | null =>
  address === null ? null : pageAt(address)

const pageAt = remembered((address: string): string | null => {
  const web = webAddress(address)
  if (web === null) return null
  const host = web.host.replace(/^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)/, '')
  const path = web.pathname.replace(/\/(?:amp|index\.html?)?\/?$/, '').replace(/\/+$/, '')
  const question = web.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part))
    .toSorted()
    .join('&')
  return `${host}${path}${question === '' ? '' : `?${question}`}`
})

const TRACKING = /^(?:utm_[a-z]+|fbclid|gclid|msclkid|mc_[ce]id|outputType=amp$)/i

function titleOf(title: string | null): string | null {
  const folded = fold(title ?? '')
  return folded === '' ? null : folded
}

const repeat = (what: 'work' | 'title', of: number | null): Repeat => ({
  words: `Same ${what} as ${of === null ? 'this story' : `link ${of + 1}`}`,
  of
})

/** The first of those that are alike is the one that the others name. */
function note(seen: Map<string, number | null>, key: string | null, index: number | null): void {
  if (key !== null && !seen.has(key)) seen.set(key, index)
}
