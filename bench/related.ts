import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { load } from 'js-yaml'
import { suggestLines } from '../src/main/cli/suggest'
import { findDuplicates } from '../src/main/related/duplicates'
import { KnownCoverage } from '../src/main/related/known-coverage'
import type { FiledStory, KnownStory, StoryAndLinks } from '../src/main/related/known-story'
import { suggest } from '../src/main/related/suggest'
import type { StoryId } from '../src/shared/story/story-id'

const STORIES = 5000
const ROUNDS = 5
/** Milliseconds and megabytes at 5,000 stories. */
const BUDGET = { duplicates: 1000, index: 300, indexMB: 20, queryP95: 2 }
/** Real libraries with their true links; a clone of the project has none. */
const DATA = resolve('../shared/data')

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const round = (value: number): number => Math.round(value * 100) / 100
const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? Number.NaN

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The quietest of several runs: what the work takes when nobody else is busy. */
const best = (work: () => unknown): number =>
  Math.min(...Array.from({ length: ROUNDS }, () => timed(work)))

function indexOf(library: readonly StoryAndLinks[]): KnownCoverage {
  const coverage = new KnownCoverage()
  for (const one of library) coverage.put(one)
  return coverage
}

/** Megabytes that what is built holds: the middle one of several looks, as what was held before may go at any time. */
const heapOf = (build: () => unknown): number =>
  at(
    Array.from({ length: 5 }, () => heapOnce(build)),
    0.5
  )

function heapOnce(build: () => unknown): number {
  const used = () => {
    collectGarbage()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return (heapUsed + arrayBuffers) / 1e6
  }
  const before = used()
  const held = build()
  const after = used()
  return held === null ? Number.NaN : after - before
}

function measure(name: string, library: readonly StoryAndLinks[]) {
  const splitting = best(() =>
    library.map(({ story }) => `${story.title} ${story.excerpt}`.split(/\W+/))
  )
  const index = best(() => indexOf(library))
  const duplicates = best(() => findDuplicates(library))
  const coverage = indexOf(library)
  const ask = (one: StoryAndLinks) => suggest(coverage, one, { limit: 20, copies: 'leave-out' })
  const queries: number[] = []
  const quietest = new Float64Array(Math.min(1000, library.length)).fill(Number.POSITIVE_INFINITY)
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    library.slice(0, quietest.length).forEach((one, place) => {
      const time = timed(() => ask(one))
      queries.push(time)
      quietest[place] = Math.min(quietest[place] ?? 0, time)
    })
  }
  const replaced = library[library.length >> 1]
  return {
    library: name,
    stories: library.length,
    links: library.reduce((sum, { links }) => sum + links.length, 0),
    duplicates: round(duplicates),
    duplicatesOfSplitting: round(duplicates / splitting),
    index: round(index),
    indexOfSplitting: round(index / splitting),
    indexMB: round(heapOf(() => indexOf(library))),
    queryP50: round(at([...quietest], 0.5)),
    queryP95: round(at([...quietest], 0.95)),
    queryP95Loaded: round(at(queries, 0.95)),
    update: round(best(() => replaced !== undefined && coverage.put(replaced)))
  }
}

/** Unpacks real stories into a folder of the system, which is removed at the end. */
function unpack(name: string): readonly StoryAndLinks[] {
  const folder = mkdtempSync(join(tmpdir(), 'storydesk-related-'))
  try {
    execFileSync('tar', ['xzf', join(DATA, `${name}.tar.gz`), '-C', folder])
    const root = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return root
      .filter((path) => /_news[/\\][^/\\]+\.md$/.test(path))
      .sort()
      .flatMap((path) => read(join(folder, path), path.slice(path.indexOf('_news'))))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function read(path: string, id: string): readonly StoryAndLinks[] {
  const yaml = /^---\s*\n([\s\S]*?)\n---/.exec(readFileSync(path, 'utf8'))?.[1]
  const data = fields(load(yaml ?? ''))
  const links = Array.isArray(data.related) ? data.related.map(known) : []
  return [{ story: { ...known(data), id: id.replaceAll('\\', '/') as StoryId }, links }]
}

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

function known(value: unknown): KnownStory {
  const { title, excerpt, publishedDateTime, webUrl, ampWebUrl } = fields(value)
  const text = (field: unknown) => (typeof field === 'string' ? field : null)
  const date = Date.parse(String(publishedDateTime))
  return {
    id: null,
    title: text(title),
    excerpt: text(excerpt),
    publishedAt: Number.isNaN(date) ? null : date,
    webUrl: text(webUrl),
    ampWebUrl: text(ampWebUrl)
  }
}

/** Suggests on a copy without any list, and lets the data's own judge compare them with the true links. */
function judge(name: string, library: readonly StoryAndLinks[]): void {
  const cold = library.map(({ story }) => ({ story, links: [] }))
  const predictions = [...suggestLines(cold, { stories: 'all', limit: 20, json: true })]
    .map((line) => JSON.parse(line))
    .map(({ story, suggestions }) => ({
      query: `${name}/${story}`,
      ranked: suggestions.map(({ url }: { url: string }) => url)
    }))
  const folder = mkdtempSync(join(tmpdir(), 'storydesk-related-'))
  const gold = join(DATA, 'related', `${name}.jsonl`)
  const asked = new Set(readFileSync(gold, 'utf8').match(/(?<="query":")[^"]+/g))
  const file = join(folder, 'predictions.jsonl')
  const lines = predictions.filter(({ query }) => asked.has(query))
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  spawnSync(process.execPath, [join(DATA, 'related/evaluate.mjs'), gold, file], {
    stdio: 'inherit'
  })
  rmSync(folder, { recursive: true })
}

/** Invented stories with word frequencies like real ones (Zipf), one in ten a copy, one in five with a list. */
function invent(count: number): readonly StoryAndLinks[] {
  let seed = 11
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const syllables = 'ka lo mer tis ven dor pa ri sul an el tor mi gra fen os'.split(' ')
  const word = () => {
    const rank = Math.floor(20_000 ** random())
    return [rank % 16, (rank >> 4) % 16, (rank >> 8) % 16, rank >> 12]
      .map((syllable) => syllables[syllable % 16])
      .slice(0, rank < 256 ? 2 : 4)
      .join('')
  }
  const text = (length: number) => Array.from({ length }, word).join(' ')
  const stories: FiledStory[] = []
  for (let n = 0; n < count; n += 1) {
    const original = random() < 0.1 ? stories[Math.floor(random() * n)] : undefined
    stories.push({
      id: `_news/${n}.md` as StoryId,
      title: original?.title ?? text(11),
      excerpt: original?.excerpt ?? text(38),
      publishedAt: (original?.publishedAt ?? 1.58e12 + random() * 4e10) + random() * 1e8,
      webUrl: `https://www.wire${n % 300}.example/2026/03/${n}/${word()}`,
      ampWebUrl: null
    })
  }
  const linkTo = () => {
    const story = stories[Math.floor(random() * count)]
    return story === undefined ? [] : [{ ...story, id: null }]
  }
  return stories.map((story) => ({
    story,
    links: random() < 0.8 ? [] : Array.from({ length: 10 }, linkTo).flat()
  }))
}

const real = existsSync(join(DATA, 'related')) ? ['corona', 'azure-slice'] : []
const libraries = real.map((name) => ({ name, library: unpack(name) }))
const results = [
  measure('invented', invent(STORIES)),
  ...libraries.map(({ name, library }) => measure(name, library.slice(0, STORIES)))
]
console.table(results)
for (const { name, library } of libraries) judge(name, library)
console.log(JSON.stringify({ bench: 'related', budget: BUDGET, results }))
process.exitCode = results.every(
  ({ duplicates, index, indexMB, queryP95 }) =>
    duplicates <= BUDGET.duplicates &&
    index <= BUDGET.index &&
    indexMB <= BUDGET.indexMB &&
    queryP95 <= BUDGET.queryP95
)
  ? 0
  : 1
