import { expect, it } from 'vitest'
import { summarize } from './selection-summary'
import { aStory } from './story.builder'

it('says what several stories share and in what they differ', () => {
  const summary = summarize([
    aStory({
      published: true,
      quality: 80,
      links: 4,
      topics: ['Azure', 'AI', 'AI'],
      provider: 'Tern & Tide',
      publishedDateTime: '2026-03-12T09:00:00+02:00'
    }),
    aStory({
      quality: 20,
      links: 0,
      topics: ['Azure'],
      provider: 'Signal Post',
      publishedDateTime: '2026-03-12T08:00:00Z'
    }),
    aStory({
      quality: null,
      topics: [],
      provider: 'Tern & Tide',
      publishedDateTime: 'soon',
      problem: { line: 3, column: 1, code: 'x', message: 'y' } as never
    })
  ])

  expect(summary).toEqual({
    count: 3,
    onSite: 1,
    problems: 1,
    quality: { least: 20, most: 80, median: 20, missing: 1 },
    heat: null,
    links: { least: 0, most: 4, median: 0, missing: 0 },
    topics: [
      { value: 'Azure', count: 2 },
      { value: 'AI', count: 1 }
    ],
    providers: [
      { value: 'Tern & Tide', count: 2 },
      { value: 'Signal Post', count: 1 }
    ],
    dates: { first: '2026-03-12T09:00:00+02:00', last: '2026-03-12T08:00:00Z' }
  })
})

it('says nothing of what no story has', () => {
  expect(summarize([])).toMatchObject({ count: 0, quality: null, dates: null, topics: [] })
})
