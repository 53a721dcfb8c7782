import { expect, it } from 'vitest'
import { runQuery } from '#shared/library/query'
import { facets } from '#shared/library/query-facets'
import { parseQuery } from '#shared/library/query-parse'
import { type Filter, filterQuery } from './filters'
import { narrowingOf, queryOfView } from './query-of-view'
import { aStory } from './story.builder'
import type { ViewName } from './view-store'

const stories = ['AI', 'Deep sea', 'Trade'].flatMap((topic, index) =>
  ['Wire', 'Halyard News'].map((provider) =>
    aStory({
      id: `${topic} ${provider}`,
      topics: [topic],
      provider,
      quality: index * 50,
      publishedDateTime: `2026-0${index + 1}-04`
    })
  )
)
const known = facets(stories)
const only = (field: Filter['field'], value: string): Filter => ({ field, value, isNot: false })
const not = (field: Filter['field'], value: string): Filter => ({ field, value, isNot: true })

it.each<[name: ViewName, filters: readonly Filter[], text: string, query: string]>([
  ['all', [], '', ''],
  ['published', [], ' tide ', 'is:onsite tide'],
  ['inbox', [only('topic', 'Deep sea')], '', 'topic:"Deep sea"'],
  [
    'all',
    [only('provider', 'Wire'), only('provider', 'Halyard News'), only('query', 'quality>=50')],
    '',
    'quality>=50 (provider:Wire or provider:"Halyard News")'
  ],
  ['all', [only('month', '2026-02'), not('topic', 'AI')], '', 'date:2026-02 -topic:AI'],
  ['all', [only('topic', 'AI')], 'tide or storm', 'topic:AI (tide or storm)'],
  ['all', [not('query', 'quality>5 heat:1')], '', '-(quality>5 heat:1)'],
  ['all', [only('query', 'quality>5 or heat:1')], '-dull', '(quality>5 or heat:1) -dull']
])('writes %s with %j and %j as a query, and reads it again', (name, filters, text, query) => {
  expect(queryOfView({ name, filters, text })).toBe(query)
  const again = narrowingOf(query, known)
  expect(queryOfView({ name: 'all', ...again })).toBe(query)
})

it.each([
  'topic:ai -provider:wire',
  'topic:AI or topic:Trade',
  '(provider:wire or provider:unknown) quality<60',
  '-(provider:wire or topic:AI)',
  '(topic:AI or provider:Wire) sea',
  'date:2026-02 deep'
])('finds by the chips of %j what the query finds', (query) => {
  const { filters, text } = narrowingOf(query, known)
  const parsed = parseQuery(query)
  const words = parseQuery(text)
  if (!parsed.ok || !words.ok) throw new Error('These are queries')
  const both = { kind: 'all', of: [filterQuery(filters), words.value] } as const
  expect(runQuery(stories, both, null)).toEqual(runQuery(stories, parsed.value, null))
})
