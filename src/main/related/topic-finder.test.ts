import { expect, it } from 'vitest'
import { createTopicFinder } from './topic-finder'

const topics = [
  { name: 'Energy', keywords: ['energy', 'wind power', 'solar'] },
  { name: 'Élections', keywords: ['élection', 'ballot'] },
  { name: 'AI', keywords: ['AI', 'A.I.', 'machine learning'] },
  { name: 'Odd', keywords: ['', '…'] }
]
const find = createTopicFinder(topics)
const found = (title: string | null, excerpt: string | null = null) => find({ title, excerpt })

it('finds a keyword in any case, number and accent', () => {
  expect(found('SOLAR parks grow')).toEqual(['Energy'])
  expect(found('Elections in spring')).toEqual(['Élections'])
  expect(found(null, 'Ballots were counted')).toEqual(['Élections'])
})

it('wants all words of a phrase, one after the other, and no parts of words', () => {
  expect(found('Wind power, again')).toEqual(['Energy'])
  expect(found('Wind has power')).toEqual([])
  expect(found('Rain in Spain', 'Said the solarium')).toEqual([])
  expect(found('The wind')).toEqual([])
})

it('puts first what more keywords tell of, in the title most of all', () => {
  expect(found('Ballot', 'energy')).toEqual(['Élections', 'Energy'])
  expect(found('Ballot', 'energy, solar and wind power')).toEqual(['Energy', 'Élections'])
  expect(found('Ballot and solar')).toEqual(['Energy', 'Élections'])
})

it('counts a keyword once, however often it is said', () => {
  expect(found('Ballot', 'energy energy energy')).toEqual(['Élections', 'Energy'])
})

it('finds nothing where nothing is said', () => {
  expect(found(null)).toEqual([])
  expect(found('…', '')).toEqual([])
})
