import type { Link } from '#shared/story/story'

/** The positions (from 0) of links that score more than the link right above them; unscored links are no fault. */
export function outscoring(links: readonly Pick<Link, 'quality'>[]): readonly number[] {
  return links.flatMap(({ quality }, index) => {
    const above = links[index - 1]?.quality
    return quality !== null && above != null && quality > above ? [index] : []
  })
}
