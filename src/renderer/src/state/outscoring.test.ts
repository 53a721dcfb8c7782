import { expect, it } from 'vitest'
import { outscoring } from './outscoring'

const scores = (...qualities: readonly (number | null)[]) =>
  outscoring(qualities.map((quality) => ({ quality })))

it('finds links that outscore the one above', () => {
  expect(scores(140, 134, 134, 125)).toEqual([])
  expect(scores(140, 111, 128, 106, 110)).toEqual([2, 4])
})

it('takes a missing score for neither', () => {
  expect(scores(100, null, 120, 130)).toEqual([3])
  expect(scores()).toEqual([])
})
