import { performance } from 'node:perf_hooks'
import { runQuery } from '../src/shared/library/query'
import { completions } from '../src/shared/library/query-completion'
import { facets } from '../src/shared/library/query-facets'
import { parseQuery } from '../src/shared/library/query-parse'
import type { Sort } from '../src/shared/library/query-sort'
import type { Story } from '../src/shared/story/story'
import type { StoryId, Version } from '../src/shared/story/story-id'

/** What an editor types, one keystroke after the other, and how the list is sorted meanwhile. */
const TYPED: readonly (readonly [text: string, sort: Sort | null])[] = [
  ['kessel strait tides', '-quality'],
  ['the harbour of', 'title'],
  ['published:false quality>=100 heat<0', '-date'],
  ['-provider:"Meridian Wire" topic:Oceans', '-heat'],
  ['"long tail" or (ferry -storm) date:2020-05..2020-06', 'provider'],
  ['has:image related>20 zzzz', null]
]
/** The slowest keystroke but one in twenty, in milliseconds. */
const BUDGETS: readonly (readonly [stories: number, p95: number])[] = [
  [12_000, 10],
  [100_000, 60]
]

const WORDS =
  'the of a to and in for on with harbour ferry storm tide tides kessel strait council vote night line long tail river bridge engineer repair plan budget school teacher summer winter wind solar copper price market train station delay report warns “quoted” city’s mayor café — naïve museum archive rare fossil glacier coral survey crew'.split(
    ' '
  )
const PLAIN_WORDS = WORDS.filter((word) => /^[a-z]+$/.test(word))
const PROVIDERS = [
  'Meridian Wire',
  'Halyard News',
  'Copperline Daily',
  'Lowland Courier',
  'Signal Post'
]
const TOPICS = [
  'Oceans',
  'Energy',
  'Trains',
  'City Hall',
  'Science',
  'AI',
  'Sports',
  'Weather',
  'Deep sea'
]

function measure(count: number, budget: number) {
  const stories = someStories(count)
  const cold = timed(() => keystroke(stories, 'kessel', '-quality'))
  for (const [text, sort] of TYPED) keystroke(stories, text, sort)

  const ours: number[] = []
  const plain: number[] = []
  for (let round = 0; round < 3; round += 1) {
    for (const [text, sort] of TYPED) {
      for (let length = 1; length <= text.length; length += 1) {
        const typed = text.slice(0, length)
        ours.push(timed(() => keystroke(stories, typed, sort)))
        if (round === 0) plain.push(timed(() => plainSearch(stories, typed)))
      }
    }
  }
  const counts = facets(stories)
  const changed = stories.with(count >> 1, { ...(stories[count >> 1] as Story), quality: 999 })
  return {
    stories: count,
    budget,
    p50: at(ours, 0.5),
    p95: at(ours, 0.95),
    max: at(ours, 1),
    ofPlainSearch: round(at(ours, 0.95) / at(plain, 0.95)),
    firstKeystroke: cold,
    firstAfterAChange: timed(() => keystroke(changed, 'kessel', '-quality')),
    firstByTitle: timed(() => keystroke(changed, 'kessel', 'title')),
    facets: timed(() => facets(stories)),
    completion: timed(() => completions('topic:o', 7, counts))
  }
}

/** All that one keystroke in the search box asks for; what cannot be understood yet leaves the list alone. */
function keystroke(stories: readonly Story[], text: string, sort: Sort | null): number {
  const query = parseQuery(text)
  return query.ok ? runQuery(stories, query.value, sort).length : 0
}

/** The peer: what search is without preparation, and without accents, conditions and order. */
function plainSearch(stories: readonly Story[], text: string): number {
  const words = text.toLowerCase().split(' ')
  return stories.filter(({ title, excerpt, provider, topics }) => {
    const whole = `${title} ${excerpt} ${provider} ${topics.join(' ')}`.toLowerCase()
    return words.every((word) => whole.includes(word))
  }).length
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return round(performance.now() - start)
}

const round = (value: number): number => Math.round(value * 100) / 100

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? Number.NaN

/** Invented stories with the lengths and the shares of accents that real libraries have. */
function someStories(count: number): readonly Story[] {
  let seed = 7
  const below = (limit: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % limit
  }
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? ''
  const words = (length: number, from = below(2) === 0 ? WORDS : PLAIN_WORDS) =>
    Array.from({ length }, () => pick(from)).join(' ')
  return Array.from({ length: count }, (_, number) => ({
    id: `_news/2020-${number}.md` as StoryId,
    version: '0'.repeat(64) as Version,
    title: words(8 + below(6)),
    excerpt: words(35 + below(15)),
    provider: pick(PROVIDERS),
    publishedDateTime: new Date(1.58e12 + below(3e7) * 1000).toISOString().replace('.000', ''),
    topics: [pick(TOPICS), pick(TOPICS)],
    quality: below(200),
    heat: below(3) === 0 ? -1 : below(500),
    published: below(8) === 0,
    onSite: below(8) === 0,
    links: below(40),
    type: 'article',
    category: 'news',
    webUrl: `https://wire.example/${number}`,
    image: below(2) === 0 ? '/assets/a.svg' : null,
    problem: null
  }))
}

const results = BUDGETS.map(([count, budget]) => measure(count, budget))
console.table(results)
console.log(JSON.stringify({ bench: 'query', results }))
process.exitCode = results.every(({ p95, budget }) => p95 <= budget) ? 0 : 1
