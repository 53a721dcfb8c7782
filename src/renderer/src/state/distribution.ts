import type { Story } from '#shared/story/story'

/** How many stories score how much: 43 bars of 5 points each, from 0; what scores more counts in the last. */
export type Distribution = {
  readonly bars: readonly number[]
  /** The most stories in one bar; 0 if no story has a score. */
  readonly highest: number
  /** The best score there is; 0 if no story has one. */
  readonly best: number
}

export const BAR_COUNT = 43
export const BAR_POINTS = 5
/** The right end of the scale, in points. */
export const SCALE_END = BAR_COUNT * BAR_POINTS

/** Counts the scores of all stories; what has none, or one below 0, is left out. */
export function byQuality(stories: readonly Story[]): Distribution {
  const bars = new Array<number>(BAR_COUNT).fill(0)
  let best = 0
  for (const { quality } of stories) {
    if (quality === null || quality < 0) continue
    best = Math.max(best, quality)
    const bar = Math.min(BAR_COUNT - 1, Math.floor(quality / BAR_POINTS))
    bars[bar] = (bars[bar] ?? 0) + 1
  }
  return { bars, highest: Math.max(0, ...bars), best }
}
