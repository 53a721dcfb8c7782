import { dateOf, rowOf } from '#shared/library/query-row'
import { RULE_IDS, type RuleId } from '#shared/story/finding'
import { RULE_WORDS } from '#shared/story/rule-words'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import type { Scale } from './distribution'
import type { Library } from './library-store'
import { day, yearOf } from './time-words'

/** How many stories: on the site, not on it, and left out by what the list is narrowed to. */
export type Parts = {
  readonly published: number
  readonly unpublished: number
  readonly outside: number
}

/** One column or bar of a chart. */
export type Bin = Parts & {
  readonly key: string
  readonly words: string
}

/** A column that stands for values from `from` up to and with `to`; `null`: and all that are higher. */
export type RangeBin = Bin & {
  readonly from: number
  readonly to: number | null
  /** For an axis. */
  readonly short: string
}

export type Insights = {
  readonly quality: readonly RangeBin[]
  readonly heat: readonly RangeBin[]
  /** Days since 1970 UTC, up to the newest story's that is not still to come: one wrong year would hide all others. */
  readonly days: readonly RangeBin[]
  readonly topics: readonly Bin[]
  readonly providers: readonly Bin[]
  /** How many links lists hold. */
  readonly links: readonly RangeBin[]
  readonly findings: readonly Bin[]
  /** All stories together. */
  readonly all: Parts
}

/** How many stories are in none of the columns of a chart. */
export const leftOut = (all: Parts, bins: readonly Parts[]): number =>
  bins.reduce((left, bin) => left - totalOf(bin), totalOf(all))

export const totalOf = ({ published, unpublished, outside }: Parts): number =>
  published + unpublished + outside

/** `17 published, 29 unpublished, 72 outside the filter`. */
export const partsWords = ({ published, unpublished, outside }: Parts): string =>
  `${published.toLocaleString('en')} published, ${unpublished.toLocaleString('en')} unpublished` +
  (outside === 0 ? '' : `, ${outside.toLocaleString('en')} outside the filter`)

const HEAT_POINTS = 25
const HEAT_BARS = 40
const MOST_DAYS = 42
const FEWEST_DAYS = 14
const DAY_MS = 86_400_000
const LINK_STEPS = [0, 1, 2, 4, 8, 16, 32, 64] as const

type Facts = { readonly now: number; readonly scale: Scale }

type Count = { published: number; unpublished: number; outside: number }
const none = (): Count => ({ published: 0, unpublished: 0, outside: 0 })
type Counts<K> = Map<K, Count>

/**
 * What all stories of a library look like, in one pass. @param rows those that the list is narrowed to.
 * @param facts `now`: milliseconds since 1970; `scale`: what scores are drawn on.
 */
export function insightsOf(
  stories: readonly Story[],
  rows: readonly Story[],
  { findings, now, scale }: Pick<Library, 'findings'> & Facts
): Insights {
  const bars = scale.end / scale.points
  const shown: ReadonlySet<StoryId> | null =
    rows.length === stories.length ? null : new Set(rows.map(({ id }) => id))
  const quality: Counts<number> = new Map()
  const heat: Counts<number> = new Map()
  const days: Counts<number> = new Map()
  const links: Counts<number> = new Map()
  const topics: Counts<string> = new Map()
  const providers: Counts<string> = new Map()
  const rules: Counts<RuleId> = new Map()
  const all = none()
  for (const story of stories) {
    const part =
      shown !== null && !shown.has(story.id)
        ? 'outside'
        : story.onSite
          ? 'published'
          : 'unpublished'
    const count = <K>(counts: Counts<K>, key: K): void => {
      let known = counts.get(key)
      if (known === undefined) {
        known = none()
        counts.set(key, known)
      }
      known[part] += 1
    }
    all[part] += 1
    if (story.quality !== null) count(quality, step(story.quality, scale.points, bars))
    if (story.heat !== null && story.heat >= 0)
      count(heat, step(story.heat, HEAT_POINTS, HEAT_BARS))
    const date = dateOf(rowOf(story))
    if (date !== null) count(days, Math.floor(date / DAY_MS))
    count(
      links,
      LINK_STEPS.findLastIndex((least) => story.links >= least)
    )
    for (const topic of new Set(story.topics)) count(topics, topic)
    if (story.provider !== null) count(providers, story.provider)
    for (const { rule } of findings.get(story.id) ?? []) count(rules, rule)
  }
  return {
    quality: steps(quality, scale.points, bars),
    heat: steps(heat, HEAT_POINTS, HEAT_BARS),
    days: lastDays(days, Math.floor(now / DAY_MS)),
    topics: mostFirst(topics),
    providers: mostFirst(providers),
    links: LINK_STEPS.map((from, index) => {
      const to = (LINK_STEPS[index + 1] ?? Number.POSITIVE_INFINITY) - 1
      return rangeBin(from, Number.isFinite(to) ? to : null, links.get(index))
    }),
    findings: RULE_IDS.flatMap((rule) => {
      const found = rules.get(rule)
      return found === undefined ? [] : { ...found, key: rule, words: RULE_WORDS[rule] }
    }).toSorted((a, b) => totalOf(b) - totalOf(a)),
    all
  }
}

const step = (value: number, points: number, bars: number): number =>
  Math.min(bars - 1, Math.max(0, Math.floor(value / points)))

/** From 0 to the last that any story has, so that the chart is as wide as what it shows. */
function steps(counts: Counts<number>, points: number, bars: number): readonly RangeBin[] {
  const last = Math.max(0, ...counts.keys())
  return Array.from({ length: last + 1 }, (_, index) => {
    const from = index * points
    return rangeBin(from, index === bars - 1 ? null : from + points - 1, counts.get(index))
  })
}

function rangeBin(from: number, to: number | null, counted: Count | undefined): RangeBin {
  const words = to === null ? `${from} and more` : to === from ? String(from) : `${from} to ${to}`
  return { ...(counted ?? none()), key: String(from), words, short: String(from), from, to }
}

function lastDays(counts: Counts<number>, today: number): readonly RangeBin[] {
  if (counts.size === 0) return []
  const days = [...counts.keys()].sort((a, b) => a - b)
  const oldest = days[0] ?? today
  const newest = days.findLast((at) => at <= today) ?? oldest
  const length = Math.min(MOST_DAYS, Math.max(FEWEST_DAYS, newest - oldest + 1))
  return Array.from({ length }, (_, index) => {
    const at = newest - length + 1 + index
    const short = day(dayName(at), yearOf(dayName(newest))) ?? ''
    const words = day(dayName(at), null) ?? ''
    return { ...(counts.get(at) ?? none()), key: String(at), words, short, from: at, to: at }
  })
}

/** As a query says it: `2026-03-12`. */
export const dayName = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

const mostFirst = (counts: Counts<string>): readonly Bin[] =>
  [...counts]
    .map(([value, counted]) => ({ ...counted, key: value, words: value }))
    .sort((a, b) => totalOf(b) - totalOf(a) || (a.key < b.key ? -1 : 1))
