import { expect, it } from 'vitest'
import { knownTopics, topicChoices, topicThere } from './topic-choices'

const known = ['Energy', 'Climate', 'Ocean energy', 'Élections', 'Energy grids']
const names = (...args: Parameters<typeof topicChoices>) =>
  topicChoices(...args).map(({ topic, isNew }) => (isNew ? `+${topic}` : topic))

it('offers all that are not taken when nothing is typed', () => {
  expect(names('', known, ['Climate'])).toEqual([
    'Energy',
    'Ocean energy',
    'Élections',
    'Energy grids'
  ])
})

it('puts the exact topic first, then those that start alike', () => {
  expect(names('energy', known, [])).toEqual(['Energy', 'Energy grids', 'Ocean energy'])
})

it('does not mind case and accents', () => {
  expect(names(' ELECTIONS ', known, [])).toEqual(['Élections'])
})

it('offers to add what is not known, after what is', () => {
  expect(names('Enrgy', known, [])).toEqual(['+Enrgy'])
  expect(names('Ener', known, [])).toEqual(['Energy', 'Energy grids', 'Ocean energy', '+Ener'])
})

it('offers what stands in the list of topics, and those of the stories only where there is none', () => {
  const used = [{ value: 'Enrgy' }, { value: 'Energy' }]
  expect(knownTopics(['Energy', 'Climate'], used)).toEqual(['Energy', 'Climate'])
  expect(knownTopics([], used)).toEqual(['Enrgy', 'Energy'])
})

it('offers nothing for a topic that the story has', () => {
  expect(names('climate', known, ['Climate'])).toEqual([])
})

it('knows a topic that the story has, however it is typed', () => {
  expect(topicThere(' elections ', ['Energy', 'Élections'])).toBe('Élections')
  expect(topicThere('Ener', ['Energy'])).toBeNull()
  expect(topicThere('', ['Energy'])).toBeNull()
})

it('offers no new topic with control characters', () => {
  expect(names('En\u0000rgy\u0007', known, [])).toEqual(['+Enrgy'])
})
