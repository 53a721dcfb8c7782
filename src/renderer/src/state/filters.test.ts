import { expect, it } from 'vitest'
import { runQuery } from '#shared/library/query'
import { facets } from '#shared/library/query-facets'
import {
  chipsOf,
  chipWords,
  type Filter,
  filterQuery,
  stateOf,
  toggled,
  withFilters
} from './filters'
import { aStory } from './story.builder'

const stories = [
  aStory({ id: 'a', topics: ['Energy', 'AI'], provider: 'Wire', publishedDateTime: '2026-03-12' }),
  aStory({ id: 'b', topics: ['Energy'], provider: 'Halyard News', quality: 90 }),
  aStory({ id: 'c', topics: ['AI'], provider: 'Wire', quality: 10 })
]
const only = (field: Filter['field'], value: string): Filter => ({ field, value, isNot: false })
const not = (field: Filter['field'], value: string): Filter => ({ field, value, isNot: true })
const found = (...filters: readonly Filter[]) =>
  runQuery(stories, filterQuery(filters), null)
    .map(({ id }) => id)
    .join('')

it.each<[name: string, filters: readonly Filter[], ids: string]>([
  ['all without any filter', [], 'abc'],
  ['topics that a story has together', [only('topic', 'Energy'), only('topic', 'AI')], 'a'],
  [
    'one provider or the other',
    [only('provider', 'Wire'), only('provider', 'Halyard News')],
    'abc'
  ],
  ['what is not left out', [only('topic', 'Energy'), not('provider', 'Halyard News')], 'a'],
  ['several left out', [not('topic', 'AI'), not('provider', 'Wire')], 'b'],
  ['a month', [only('month', '2026-03')], 'a'],
  ['a typed condition', [only('query', 'quality>=50')], 'ab'],
  ['the opposite of a typed condition', [not('query', 'quality>=50')], 'c'],
  ['nothing by a condition that nobody understands', [only('query', 'quality>=high')], '']
])('finds %s', (_, filters, ids) => {
  expect(found(...filters)).toBe(ids)
})

it('turns a filter on, off and over', () => {
  const on = toggled([], only('topic', 'AI'))
  expect(stateOf(on, 'topic', 'AI')).toBe('only')
  const over = toggled(on, not('topic', 'AI'))
  expect(over).toEqual([not('topic', 'AI')])
  expect(stateOf(over, 'topic', 'AI')).toBe('not')
  expect(toggled(over, not('topic', 'AI'))).toEqual([])
  expect(stateOf([], 'topic', 'AI')).toBe('off')
})

it('adds each filter once', () => {
  const filters = [only('topic', 'AI')]
  expect(withFilters(filters, filters)).toEqual(filters)
  expect(withFilters(filters, [not('query', 'is:problem')])).toHaveLength(2)
})

const known = facets(stories)
it.each<[text: string, filters: readonly Filter[], rest: string]>([
  ['kessel quality>=50', [only('query', 'quality>=50')], 'kessel'],
  ['topic:ai "deep sea"', [only('topic', 'AI')], '"deep sea"'],
  ['-provider:"halyard news"', [not('provider', 'Halyard News')], ''],
  ['provider:Wi* -storm', [only('query', 'provider:Wi*')], '-storm'],
  ['topic:Unknown', [only('query', 'topic:Unknown')], ''],
  ['quality:>5 or heat:1', [only('query', 'quality:>5 or heat:1')], '']
])('makes chips of %j', (text, filters, rest) => {
  expect(chipsOf(text, known)).toEqual({ filters, rest })
})

it('makes no chips of words, or of what it does not understand', () => {
  expect(chipsOf('kessel strait', known)).toBe(null)
  expect(chipsOf('quality>=', known)).toBe(null)
})

it.each<[filter: Filter, name: string, value: string]>([
  [only('topic', 'AI'), 'Topic', 'AI'],
  [only('month', '2026-03'), 'Month', 'March 2026'],
  [only('query', 'quality>=50'), 'Quality', '≥ 50'],
  [only('query', 'related:5..9'), 'Links', '5..9'],
  [only('query', 'a:b or c'), 'Search', 'a:b or c']
])('says what %j asks for', (filter, name, value) => {
  expect(chipWords(filter)).toEqual({ name, value })
})
