import { describe, expect, it } from 'vitest'
import { monthOf, periodOf } from './query-date'

const utc = (text: string) => new Date(text).getTime()

describe('a period of a query', () => {
  it.each([
    ['2020', '2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z'],
    ['2020-02', '2020-02-01T00:00:00Z', '2020-03-01T00:00:00Z'],
    ['2020-12', '2020-12-01T00:00:00Z', '2021-01-01T00:00:00Z'],
    ['2020-5-1', '2020-05-01T00:00:00Z', '2020-05-02T00:00:00Z'],
    ['2020-05-01T23', '2020-05-01T23:00:00Z', '2020-05-02T00:00:00Z'],
    ['2020-05-01T09:30', '2020-05-01T09:30:00Z', '2020-05-01T09:31:00Z']
  ])('%s runs from %s up to %s', (text, from, to) => {
    expect(periodOf(text)).toEqual({ from: utc(from), to: utc(to) })
  })

  it.each(['', '20', '2020-13', '2020-02-30', '2020-05-01T24', 'May', '9999-99'])(
    '%j is none',
    (text) => {
      expect(periodOf(text)).toBeNull()
    }
  )
})

it('names the month of a moment in UTC, wherever the reader sits', () => {
  expect(monthOf(utc('2020-05-31T23:59:59Z'))).toBe('2020-05')
  expect(monthOf(utc('2020-06-01T00:00:00Z'))).toBe('2020-06')
})
