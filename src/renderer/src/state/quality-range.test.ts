import { expect, it } from 'vitest'
import { chipWords, type Filter } from './filters'
import { qualityRange, withQualityRange } from './quality-range'

const typed = (value: string, isNot = false): Filter => ({ field: 'query', value, isNot })

it.each<[filters: readonly Filter[], from: number | null, to: number | null]>([
  [[], null, null],
  [[typed('quality>=50')], 50, null],
  [[typed('quality>=50 quality<=140')], 50, 140],
  [
    [typed('quality>=50'), typed('has:image'), typed('quality<=140'), typed('quality>=60')],
    60,
    140
  ],
  [[typed('quality>=50', true), typed('quality>50'), typed('quality>=50 or heat:1')], null, null],
  [[{ field: 'topic', value: 'quality>=50', isNot: false }], null, null]
])('reads the range of %j', (filters, from, to) => {
  expect(qualityRange(filters)).toEqual({ from, to })
})

it('puts the range into the place of all limits, as one filter that says both ends', () => {
  const filters = [typed('quality>=50'), typed('has:image'), typed('quality<=140')]
  const narrowed = withQualityRange(filters, { from: 60, to: 120 })
  expect(narrowed).toEqual([typed('has:image'), typed('quality>=60 quality<=120')])
  expect(chipWords(narrowed[1] as Filter)).toEqual({ name: 'Quality', value: '60–120' })
  expect(withQualityRange(narrowed, { from: 0, to: 120 })).toContainEqual(typed('quality<=120'))
  expect(withQualityRange(narrowed, { from: 0, to: 215 }, 215)).toEqual([typed('has:image')])
  expect(withQualityRange([], { from: null, to: null })).toEqual([])
})
