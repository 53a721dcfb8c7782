import type { Link } from '#shared/story/story'

/** How a link is called: its title, else its address. */
export const linkTitle = ({ title, webUrl }: Pick<Link, 'title' | 'webUrl'>): string =>
  title ?? webUrl ?? 'Link without a title'

/** What a screen reader hears of a row: the title first, then place, source, score and what stands out. */
export function spokenLink(
  link: Link,
  index: number,
  count: number,
  marks: readonly string[]
): string {
  const quality = link.quality === null ? null : `quality ${link.quality}`
  const place = `${index + 1} of ${count}`
  return [linkTitle(link), place, link.provider, quality, ...marks]
    .filter((part) => part !== null)
    .join(', ')
}
