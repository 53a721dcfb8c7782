import { expect, it } from 'vitest'
import { fittingQuality, outscoring } from './outscoring'

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

it.each<[qualities: readonly (number | null)[], index: number, fitting: number | null]>([
  [[140, 119, 80], 1, null],
  [[140, 80, 119], 1, 119],
  [[100, 130, 90], 1, 100],
  [[130, 140], 1, 130],
  [[80, 140], 0, 140],
  [[80], 0, null],
  [[140, null, 80], 1, null],
  [[90, 100, 120], 1, null],
  [[null, 130, null], 1, null]
])('of %j, the one at %i fits with %s', (qualities, index, fitting) => {
  const links = qualities.map((quality) => ({ quality }))
  expect(fittingQuality(links, index)).toBe(fitting)
})
