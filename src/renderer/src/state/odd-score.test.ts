import { expect, it } from 'vitest'
import { oddScore } from './odd-score'

it('says what a score says that is no number', () => {
  expect(oddScore('high')).toBe('The file says “high”, which is not a number.')
  expect(oddScore('80')).toBe('The file says “80”, which is not a number.')
  expect(oddScore(true)).toBe('The file says true, which is not a number.')
  expect(oddScore([80])).toBe('The file says [80], which is not a number.')
})

it('says nothing of numbers and of what is not there', () => {
  for (const value of [0, -1, 80, null, undefined]) expect(oddScore(value)).toBeNull()
})
