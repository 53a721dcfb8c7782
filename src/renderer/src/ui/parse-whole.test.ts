import { expect, it } from 'vitest'
import { parseWhole } from './parse-whole'

it.each([
  ['80', 0, 80],
  [' 0 ', 0, 0],
  ['-1', -1, -1],
  ['−1', -1, -1],
  ['007', 0, 7]
])('reads %j with at least %i as %i', (text, min, value) => {
  expect(parseWhole(text, min)).toBe(value)
})

it('reads no more than a number may be', () => {
  expect([parseWhole('100', 0, 100), parseWhole('101', 0, 100)]).toEqual([100, null])
})

it.each([
  ['-1', 0],
  ['-2', -1],
  ['8.5', 0],
  ['1e3', 0],
  ['', 0],
  ['eighty', 0],
  ['–', 0],
  ['12345678901', 0]
])('refuses %j with at least %i', (text, min) => {
  expect(parseWhole(text, min)).toBeNull()
})
