import { expect, it } from 'vitest'
import { hour } from './known-story.fixture'
import { nearness } from './nearness'
import { timeApart } from './time-apart'

it.each([
  [hour(0), hour(0.4), 'within an hour'],
  [hour(1), hour(0), '1 hour apart'],
  [hour(0), hour(35), '35 hours apart'],
  [hour(0), hour(36), '2 days apart'],
  [hour(0), null, 'one without a date'],
  [null, null, 'both without a date']
])('says how far %s and %s are apart', (a, b, said) => {
  expect(timeApart(a, b)).toBe(said)
})

it('is worth less the further two are apart, and nothing without a date', () => {
  const worths = [0, 3, 24, 168, 10_000].map((hours) => nearness(hour(0), hour(hours)))
  expect(worths).toEqual(worths.toSorted((a, b) => b - a))
  expect(new Set(worths).size).toBe(5)
  expect(worths.at(-1)).toBeCloseTo(1)
  expect(nearness(hour(0), hour(0)) - nearness(hour(0), hour(12))).toBeGreaterThan(0.5)
  expect([nearness(null, hour(0)), nearness(null, null)]).toEqual([1, 1])
})
