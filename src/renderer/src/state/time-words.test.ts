import { expect, it } from 'vitest'
import { age, day, dayAndTime, momentWords } from './time-words'

const now = new Date('2026-03-12T12:00:00Z')

it.each([
  ['2026-03-12T11:59:31Z', 'now'],
  ['2026-03-12T11:42:00Z', '18 min'],
  ['2026-03-12T11:00:01Z', '59 min'],
  ['2026-03-12T11:00:00Z', '1 h'],
  ['2026-03-12T12:30:00+02:00', '1 h'],
  ['2026-03-11T12:00:01Z', '23 h'],
  ['2026-03-11T12:00:00Z', '11 Mar'],
  ['2026-01-02', '2 Jan'],
  ['2020-11-18T09:21:00Z', '18 Nov 2020'],
  ['2026-03-12T12:00:01Z', '12 Mar'],
  ['2062-03-12T09:00:00Z', '12 Mar 2062']
])('says how long ago %s is: %s', (text, words) => {
  expect(age(text, now)).toBe(words)
})

it.each([null, '', 'soon', '2026-02-30', '12 March 2026'])('has no words for %j', (text) => {
  expect(age(text, now)).toBeNull()
  expect(day(text, null)).toBeNull()
  expect(dayAndTime(text)).toBeNull()
})

it('writes day and time as the file does, whatever its time zone', () => {
  expect(dayAndTime('2026-03-12T09:23:00Z')).toBe('12 Mar 2026, 09:23')
  expect(dayAndTime('2026-03-12 9:23:00 +05:30')).toBe('12 Mar 2026, 09:23')
  expect(dayAndTime('2026-03-12')).toBe('12 Mar 2026')
})

it('leaves out a year that goes without saying', () => {
  expect(day('2020-11-18T09:21:00Z', 2020)).toBe('18 Nov')
  expect(day('2020-11-18T09:21:00Z', 2021)).toBe('18 Nov 2020')
})

it.each([
  [new Date(2026, 2, 12, 14, 4, 7), '14:04:07'],
  [new Date(2026, 2, 12, 9, 5), '09:05'],
  [new Date(2026, 2, 11, 23, 59), '11 Mar, 23:59'],
  [new Date(2025, 11, 31, 8, 0), '31 Dec 2025, 08:00']
])('says of %s that it was %s', (moment, words) => {
  expect(momentWords(moment.getTime(), new Date(2026, 2, 12, 14, 5))).toBe(words)
})
