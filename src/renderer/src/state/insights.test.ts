import { expect, it } from 'vitest'
import type { StoryFindings } from '#shared/story/story-findings'
import { withRange } from './insight-filters'
import { insightsOf, leftOut, totalOf } from './insights'
import { aStory } from './story.builder'

const none = {
  findings: new Map<never, StoryFindings['found']>(),
  now: Date.parse('2026-03-12T12:00:00Z'),
  scale: { points: 5, end: 215, most: 215 }
}
const story = (id: string, over: Parameters<typeof aStory>[0] = {}) => aStory({ id, ...over })

it('counts what is on the site, what is not, and what the list leaves out', () => {
  const a = story('a', { quality: 52, published: true, topics: ['AI', 'AI'], links: 3 })
  const b = story('b', { quality: 54, topics: ['AI', 'Cities'], provider: 'Wire' })
  const c = story('c', { quality: 0, published: true, provider: 'Wire', links: 90 })

  const { quality, topics, providers, links, all } = insightsOf([a, b, c], [a, b], none)

  expect(all).toEqual({ published: 1, unpublished: 1, outside: 1 })
  expect(quality).toHaveLength(11)
  expect(quality[10]).toMatchObject({ words: '50 to 54', published: 1, unpublished: 1, outside: 0 })
  expect(quality[0]).toMatchObject({ words: '0 to 4', published: 0, outside: 1 })
  expect(topics.map((bin) => [bin.words, totalOf(bin)])).toEqual([
    ['AI', 2],
    ['Cities', 1]
  ])
  expect(providers[0]).toMatchObject({ words: 'Wire', unpublished: 1, outside: 1 })
  expect(links.map((bin) => [bin.words, totalOf(bin)])).toEqual([
    ['0', 1],
    ['1', 0],
    ['2 to 3', 1],
    ['4 to 7', 0],
    ['8 to 15', 0],
    ['16 to 31', 0],
    ['32 to 63', 0],
    ['64 and more', 1]
  ])
})

it('shows the days up to the newest story, and leaves odd values out', () => {
  const stories = [
    story('a', { publishedDateTime: '2026-03-12T23:59:00Z', quality: 9999, heat: -1 }),
    story('b', { publishedDateTime: '2026-03-01T00:00:00Z', quality: null, heat: 3 }),
    story('c', { publishedDateTime: '2019-01-01', quality: -5, heat: null }),
    story('d', { publishedDateTime: 'soon' })
  ]

  const { days, quality, heat } = insightsOf(stories, stories, none)

  expect(days).toHaveLength(42)
  expect(days.at(-1)).toMatchObject({ words: '12 Mar 2026', short: '12 Mar', unpublished: 1 })
  expect(days.at(-12)).toMatchObject({ words: '1 Mar 2026', unpublished: 1 })
  expect(quality.at(-1)).toMatchObject({ words: '210 and more', unpublished: 1 })
  expect(heat.map(({ words, unpublished }) => [words, unpublished])).toEqual([['0 to 24', 1]])
  expect(insightsOf([], [], none)).toMatchObject({ days: [], topics: [], findings: [] })
})

it('does not let a story of another year hide the days of all others, and counts it as left out', () => {
  const stories = [
    story('a', { publishedDateTime: '2026-03-11' }),
    story('b', { publishedDateTime: '9999-12-31' }),
    story('c', { publishedDateTime: '2019-01-01' }),
    story('d', { publishedDateTime: null, heat: -1 }),
    story('e', { publishedDateTime: '2026-03-10', heat: 30 })
  ]

  const { days, heat, all } = insightsOf(stories, stories.slice(0, 2), none)

  expect(days.at(-1)).toMatchObject({ words: '11 Mar 2026', unpublished: 1 })
  expect(leftOut(all, days)).toBe(3)
  expect(leftOut(all, heat)).toBe(stories.filter(({ heat }) => (heat ?? -1) < 0).length)
  const [late] = insightsOf(stories.slice(1, 2), [], none).days.slice(-1)
  expect(late).toMatchObject({ words: '31 Dec 9999', outside: 1 })
})

it('narrows to a range in place of an earlier one', () => {
  const heat = withRange([], 'heat', 25, 74)
  expect(heat).toEqual([{ field: 'query', value: 'heat:25..74', isNot: false }])
  expect(withRange(heat, 'heat', 0, null)).toEqual([
    { field: 'query', value: 'heat>=0', isNot: false }
  ])
  const month = { field: 'month', value: '2026-03', isNot: false } as const
  expect(withRange([month, ...heat], 'date', 20_524, 20_525)).toEqual([
    ...heat,
    { field: 'query', value: 'date:2026-03-12..2026-03-13', isNot: false }
  ])
  expect(withRange(heat, 'quality', 80, 139)).toEqual([
    ...heat,
    { field: 'query', value: 'quality>=80 quality<=139', isNot: false }
  ])
})
