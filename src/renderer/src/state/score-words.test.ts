import { expect, it } from 'vitest'
import { scoreWords } from './score-words'

it('says a score in full as long as it fits its column', () => {
  expect([null, 0, 52, -1, 9999].map(scoreWords)).toEqual(['–', '0', '52', '-1', '9999'])
})

it('says a score that no column holds in at most six characters', () => {
  const huge = [12_345, -99_999, 123_456_789, 1e18, Number.MAX_SAFE_INTEGER, 1e300]
  expect(huge.map(scoreWords)).toEqual(['12.3K', '-100K', '123M', '1e+18', '9e+15', '1e+300'])
})
