import { expect, it } from 'vitest'
import { fixedFacts } from './fixed-facts'
import { titleWords } from './title-key'

const factsOf = (title: string): string => fixedFacts(titleWords(title))

it.each([
  ['Two ferries sink', '2 ferries sink'],
  ['The 1st of May', 'May: the first'],
  ['Tides on Friday, 6 Feb', 'February 6: Friday tides']
])('are the same in %j and %j', (a, b) => {
  expect(factsOf(a)).toBe(factsOf(b))
})

it.each([
  ['Rollup 46', 'Rollup 47'],
  ['Ferries in May', 'Ferries in June'],
  ['Tides on Monday', 'Tides on Sunday'],
  ['3 ferries', 'Ferries']
])('differ in %j and %j', (a, b) => {
  expect(factsOf(a)).not.toBe(factsOf(b))
})
