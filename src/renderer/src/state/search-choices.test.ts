import { expect, it } from 'vitest'
import { facets } from '#shared/library/query-facets'
import { searchChoices, withChoice } from './search-choices'
import { aStory } from './story.builder'

const known = facets([
  aStory({ id: 'a', topics: ['Energy', 'Deep sea'], provider: 'Harbour Ledger' }),
  aStory({ id: 'b', topics: ['Energy'] })
])
const labels = (text: string, isAsked = false) =>
  searchChoices(text, text.length, known, isAsked).map(({ label }) => label)

it('offers the values of the field that is being typed, most frequent first', () => {
  expect(labels('topic:')).toEqual(['Energy', 'Deep sea'])
  expect(labels('tides topic:de')).toEqual(['Deep sea'])
})

it('offers a field once enough of its name is typed, and no values over a plain word', () => {
  expect(labels('qu')).toEqual([])
  expect(labels('qua')).toEqual(['quality>='])
  expect(labels('harbour')).toEqual([])
})

it('offers all there is when it is asked', () => {
  expect(labels('harb', true)).toEqual(['provider:"Harbour Ledger"'])
  expect(labels('', true)).toContain('topic:')
})

it('stops offering what stands there already', () => {
  expect(labels('topic:Energy')).toEqual([])
})

it.each([
  ['qua', 'quality>=', 9],
  ['topic:', 'topic:Energy ', 13],
  ['tides topic:de', 'tides topic:"Deep sea" ', 23]
])('puts the first suggestion for %j into its place', (text, next, cursor) => {
  const [first] = searchChoices(text, text.length, known, false)
  if (first === undefined) throw new Error('There is no suggestion')
  expect(withChoice(text, first)).toEqual({ text: next, cursor })
})

it('keeps what stands behind the cursor', () => {
  const [first] = searchChoices('topic:en tides', 8, known, false)
  if (first === undefined) throw new Error('There is no suggestion')
  expect(withChoice('topic:en tides', first)).toEqual({ text: 'topic:Energy tides', cursor: 12 })
})
