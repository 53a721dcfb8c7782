import type { Story } from '#shared/story/story'
import type { QualitySettings } from '#shared/story/story-settings'
import { USUAL_QUALITY } from '#shared/story/usual-quality'

/** What scores are drawn on: bars of the same width, from 0. */
export type Scale = {
  /** How many scores a bar stands for. */
  readonly points: number
  /** The right end, a multiple of `points`. What scores more counts in the last bar. */
  readonly end: number
  /** The best score that a place on it can mean. */
  readonly most: number
}

/** How many stories score how much. */
export type Distribution = {
  readonly scale: Scale
  readonly bars: readonly number[]
  /** The most stories in one bar; 0 if no story has a score. */
  readonly highest: number
  /** The best score there is; 0 if no story has one. */
  readonly best: number
}

/** More would be too narrow to be hit. */
const MOST_BARS = 43

/** Counts the scores of all stories; what has none, or one below 0, is left out. */
export function byQuality(
  stories: readonly Story[],
  settings: QualitySettings = USUAL_QUALITY
): Distribution {
  const scores = stories.flatMap(({ quality }) => (quality === null || quality < 0 ? [] : quality))
  const scale = scaleFor(scores, settings)
  const bars = new Array<number>(scale.end / scale.points).fill(0)
  let best = 0
  for (const score of scores) {
    best = Math.max(best, score)
    const bar = Math.min(bars.length - 1, Math.floor(score / scale.points))
    bars[bar] = (bars[bar] ?? 0) + 1
  }
  return { scale, bars, highest: Math.max(0, ...bars), best }
}

/** As far as the library's settings say; else so far that the presets and all but the odd best scores are on it. */
function scaleFor(scores: readonly number[], { most, presets }: QualitySettings): Scale {
  if (most !== USUAL_QUALITY.most) return { ...barsUpTo(most), most }
  const sorted = Float64Array.from(scores.filter((score) => score <= most)).sort()
  const usualBest = sorted.at(-1 - Math.floor(sorted.length / 100)) ?? 0
  const bars = barsUpTo(Math.max(usualBest, ...presets))
  return { ...bars, most: Math.min(bars.end, most) }
}

/** Bars of a round width; `top` is in the last one. */
function barsUpTo(top: number): Pick<Scale, 'points' | 'end'> {
  let points = 1
  for (let ten = 1; points * MOST_BARS <= top; ten *= 10) {
    points = [ten, 2 * ten, 5 * ten, 10 * ten].find((step) => step * MOST_BARS > top) ?? 10 * ten
  }
  return { points, end: (Math.floor(top / points) + 1) * points }
}
