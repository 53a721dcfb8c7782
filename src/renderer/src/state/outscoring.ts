import type { Link } from '#shared/story/story'

/** The positions (from 0) of links that score more than the link right above them; unscored links are no fault. */
export function outscoring(links: readonly Pick<Link, 'quality'>[]): readonly number[] {
  return links.flatMap(({ quality }, index) => {
    const above = links[index - 1]?.quality
    return quality !== null && above != null && quality > above ? [index] : []
  })
}

/**
 * The score nearest to its own with which a link stands in order between its neighbours.
 *
 * @returns `null` if it stands so already, has no score, or none would do because the neighbours are out of order.
 */
export function fittingQuality(
  links: readonly Pick<Link, 'quality'>[],
  index: number
): number | null {
  const quality = links[index]?.quality ?? null
  const above = links[index - 1]?.quality ?? Number.POSITIVE_INFINITY
  const below = links[index + 1]?.quality ?? Number.NEGATIVE_INFINITY
  if (quality === null || above < below) return null
  const fitting = Math.min(above, Math.max(below, quality))
  return fitting === quality ? null : fitting
}
