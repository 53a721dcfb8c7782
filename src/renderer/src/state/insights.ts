import { dateOf, rowOf } from '#shared/library/query-row'
import { RULE_IDS, type RuleId } from '#shared/story/finding'
import { RULE_WORDS } from '#shared/story/rule-words'
import type { Story } from '#shared/story/story'
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

/** Stories on the site and off it, by a value of theirs. */
type Count = { on: number; off: number }
type Counts<K> = Map<K, Count>
type Tally = {
  readonly all: Counts<'all'>
  readonly quality: Counts<number>
  readonly heat: Counts<number>
  readonly days: Counts<number>
  readonly links: Counts<number>
  readonly topics: Counts<string>
  readonly providers: Counts<string>
  readonly rules: Counts<RuleId>
}
type Findings = Library['findings']

type Whole = { readonly findings: Findings; readonly scale: Scale; readonly tally: Tally }

/** All stories are counted once for many searches. */
const wholes = new WeakMap<readonly Story[], Whole>()

/**
 * What all stories of a library look like. @param rows those that the list is narrowed to, some or all of `stories`.
 * @param facts `now`: milliseconds since 1970; `scale`: what scores are drawn on.
 */
export function insightsOf(
  stories: readonly Story[],
  rows: readonly Story[],
  { findings, now, scale }: Pick<Library, 'findings'> & Facts
): Insights {
  const whole = wholeOf(stories, findings, scale)
  const shown = rows.length === stories.length ? whole : tallyOf(rows, findings, scale)
  const parts = <N extends keyof Tally>(name: N) =>
    partsIn(whole[name] as Counts<KeyOf<N>>, shown[name] as Counts<KeyOf<N>>)
  const [links, rules] = [parts('links'), parts('rules')]
  return {
    quality: steps(parts('quality'), scale.points, scale.end / scale.points),
    heat: steps(parts('heat'), HEAT_POINTS, HEAT_BARS),
    days: lastDays(parts('days'), Math.floor(now / DAY_MS)),
    topics: mostFirst(parts('topics')),
    providers: mostFirst(parts('providers')),
    links: LINK_STEPS.map((from, index) => {
      const to = (LINK_STEPS[index + 1] ?? Number.POSITIVE_INFINITY) - 1
      return rangeBin(from, Number.isFinite(to) ? to : null, links.get(index))
    }),
    findings: RULE_IDS.flatMap((rule) => {
      const found = rules.get(rule)
      return found === undefined ? [] : { ...found, key: rule, words: RULE_WORDS[rule] }
    }).toSorted((a, b) => totalOf(b) - totalOf(a)),
    all: parts('all').get('all') ?? NOTHING
  }
}

type KeyOf<N extends keyof Tally> = Tally[N] extends Counts<infer K> ? K : never

function wholeOf(stories: readonly Story[], findings: Findings, scale: Scale): Tally {
  const known = wholes.get(stories)
  const isSame = known?.scale.points === scale.points && known.scale.end === scale.end
  if (known?.findings === findings && isSame) return known.tally
  const tally = tallyOf(stories, findings, scale)
  wholes.set(stories, { findings, scale, tally })
  return tally
}

function tallyOf(stories: readonly Story[], findings: Findings, scale: Scale): Tally {
  const bars = scale.end / scale.points
  const tally: Tally = {
    all: new Map(),
    quality: new Map(),
    heat: new Map(),
    days: new Map(),
    links: new Map(),
    topics: new Map(),
    providers: new Map(),
    rules: new Map()
  }
  for (const story of stories) {
    const side = story.onSite ? 'on' : 'off'
    add(tally.all, 'all', side)
    if (story.quality !== null) add(tally.quality, step(story.quality, scale.points, bars), side)
    if (story.heat !== null && story.heat >= 0)
      add(tally.heat, step(story.heat, HEAT_POINTS, HEAT_BARS), side)
    const date = dateOf(rowOf(story))
    if (date !== null) add(tally.days, Math.floor(date / DAY_MS), side)
    const length = LINK_STEPS.findLastIndex((least) => story.links >= least)
    add(tally.links, length, side)
    for (const topic of new Set(story.topics)) add(tally.topics, topic, side)
    if (story.provider !== null) add(tally.providers, story.provider, side)
    for (const { rule } of findings.get(story.id) ?? []) add(tally.rules, rule, side)
  }
  return tally
}

function add<K>(counts: Counts<K>, key: K, side: keyof Count): void {
  const known = counts.get(key)
  if (known === undefined) counts.set(key, { on: 0, off: 0, [side]: 1 })
  else known[side] += 1
}

/** What is not among the shown ones is outside. */
function partsIn<K>(whole: Counts<K>, shown: Counts<K>): ReadonlyMap<K, Parts> {
  const parts = new Map<K, Parts>()
  for (const [key, { on, off }] of whole) {
    const { on: published, off: unpublished } = shown.get(key) ?? { on: 0, off: 0 }
    parts.set(key, { published, unpublished, outside: on + off - published - unpublished })
  }
  return parts
}

const NOTHING: Parts = { published: 0, unpublished: 0, outside: 0 }

const step = (value: number, points: number, bars: number): number =>
  Math.min(bars - 1, Math.max(0, Math.floor(value / points)))

/** From 0 to the last that any story has, so that the chart is as wide as what it shows. */
function steps(
  counts: ReadonlyMap<number, Parts>,
  points: number,
  bars: number
): readonly RangeBin[] {
  const last = Math.max(0, ...counts.keys())
  return Array.from({ length: last + 1 }, (_, index) => {
    const from = index * points
    return rangeBin(from, index === bars - 1 ? null : from + points - 1, counts.get(index))
  })
}

function rangeBin(from: number, to: number | null, counted: Parts | undefined): RangeBin {
  const words = to === null ? `${from} and more` : to === from ? String(from) : `${from} to ${to}`
  return { ...(counted ?? NOTHING), key: String(from), words, short: String(from), from, to }
}

function lastDays(counts: ReadonlyMap<number, Parts>, today: number): readonly RangeBin[] {
  if (counts.size === 0) return []
  const days = [...counts.keys()].sort((a, b) => a - b)
  const oldest = days[0] ?? today
  const newest = days.findLast((at) => at <= today) ?? oldest
  const length = Math.min(MOST_DAYS, Math.max(FEWEST_DAYS, newest - oldest + 1))
  return Array.from({ length }, (_, index) => {
    const at = newest - length + 1 + index
    const short = day(dayName(at), yearOf(dayName(newest))) ?? ''
    const words = day(dayName(at), null) ?? ''
    return { ...(counts.get(at) ?? NOTHING), key: String(at), words, short, from: at, to: at }
  })
}

/** As a query says it: `2026-03-12`. */
export const dayName = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

const mostFirst = (counts: ReadonlyMap<string, Parts>): readonly Bin[] =>
  [...counts]
    .map(([value, counted]) => ({ ...counted, key: value, words: value }))
    .sort((a, b) => totalOf(b) - totalOf(a) || (a.key < b.key ? -1 : 1))
