/** How near two labels may stand, in percent of the scale; where many stand, as near as it takes to fit them all. */
const LEAST_GAP = 12

/**
 * Where labels stand on a scale, in percent, in the order in which they are given: each at its true place, or as near to
 * it as the labels beside it allow.
 *
 * @param places the true places, ascending, from 0 to 100
 */
export function spreadPlaces(places: readonly number[]): readonly number[] {
  const gap = Math.min(LEAST_GAP, 100 / Math.max(1, places.length - 1))
  const spread: number[] = []
  for (const [index, place] of places.entries()) {
    const least = index === 0 ? 0 : (spread[index - 1] ?? 0) + gap
    const most = 100 - (places.length - 1 - index) * gap
    spread.push(Math.min(Math.max(place, least), Math.max(most, least)))
  }
  return spread
}
