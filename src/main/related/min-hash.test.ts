import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bandKeys, grams, jaccard } from './min-hash'

it('finds texts alike by the runs of characters that both have', () => {
  const likeness = (a: string, b: string) => jaccard(grams(a), grams(b))
  expect(likeness('tides rise in kessel', 'tides rise in kessel')).toBe(1)
  expect(likeness('tides rise in kessel', 'copper price')).toBe(0)
  expect(likeness('abcd', 'abce')).toBeCloseTo(1 / 5)
  expect(likeness('', '')).toBe(0)
})

it('gives texts that are nearly the same a key in common, and none to unlike ones', () => {
  const share = (a: string, b: string) => {
    const keys = new Set(bandKeys(grams(a)))
    return bandKeys(grams(b)).some((key) => keys.has(key))
  }
  const title = 'night ferry to kessel delayed by the storm'
  expect(share(title, title.replace('delayed', 'delays'))).toBe(true)
  expect(share(title, 'copper prices fall to a new low on markets')).toBe(false)
  expect(bandKeys(grams(''))).toEqual([])
})

it('is symmetric, between 0 and 1, and 1 for the same text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), fc.string(), (a, b) => {
      const [setA, setB] = [grams(a), grams(b)]
      expect(jaccard(setA, setB)).toBe(jaccard(setB, setA))
      expect(jaccard(setA, setB)).toBeLessThanOrEqual(1)
      expect(jaccard(setA, setA)).toBe(1)
    })
  )
})
