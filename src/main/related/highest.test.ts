import fc from 'fast-check'
import { expect, it } from 'vitest'
import { highest } from './highest'

const isBefore = (a: number, b: number) => a < b

it('finds the best first, without those that have no score', () => {
  expect(highest(Float64Array.of(1, 0, 3, 2, -1, 3), 3, isBefore)).toEqual([2, 5, 3])
  expect(highest(Float64Array.of(0, 0), 3, isBefore)).toEqual([])
})

it('is the start of all places sorted by score', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5)), fc.integer({ min: 1, max: 8 }), (scores, most) => {
      const sorted = [...scores.keys()]
        .filter((place) => scores[place] !== 0)
        .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      expect(highest(Float64Array.from(scores), most, isBefore)).toEqual(sorted.slice(0, most))
    })
  )
})
