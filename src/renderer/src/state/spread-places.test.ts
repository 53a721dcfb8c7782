import { expect, it } from 'vitest'
import { spreadPlaces } from './spread-places'

it('leaves labels at their true places as long as they have room there', () => {
  expect(spreadPlaces([9, 23, 37, 51, 65])).toEqual([9, 23, 37, 51, 65])
})

it('moves labels apart that would lie over each other, at both ends of the scale', () => {
  expect(spreadPlaces([0.5, 1, 2, 3])).toEqual([0.5, 12.5, 24.5, 36.5])
  expect(spreadPlaces([50, 99, 99.5, 100])).toEqual([50, 76, 88, 100])
})

it('finds room for as many as there are digits', () => {
  const places = spreadPlaces([1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
  expect(places.at(-1)).toBeCloseTo(100)
  for (const [index, place] of places.slice(1).entries()) {
    expect(place - (places[index] ?? 0)).toBeGreaterThan(11)
  }
})
