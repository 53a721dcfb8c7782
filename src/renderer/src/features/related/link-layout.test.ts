import { expect, it } from 'vitest'
import { drawnRows, gapAt, type LinkLayout, rowsWithin, topOf } from './link-layout'

const closed: LinkLayout = { count: 10, rowHeight: 30, open: null }
const open: LinkLayout = { ...closed, open: { index: 3, height: 130 } }

it('stacks rows, and those below an open one further down', () => {
  expect([0, 3, 4, 10].map((index) => topOf(closed, index))).toEqual([0, 90, 120, 300])
  expect([0, 3, 4, 10].map((index) => topOf(open, index))).toEqual([0, 90, 220, 400])
})

it.each([
  [-50, 0],
  [14, 0],
  [16, 1],
  [299, 10],
  [900, 10]
])('finds the gap nearest to %i', (y, gap) => {
  expect(gapAt(closed, y)).toBe(gap)
})

it.each([
  [88, 3],
  [150, 3],
  [160, 4],
  [215, 4],
  [236, 5],
  [900, 10]
])('finds the gap nearest to %i around an open row', (y, gap) => {
  expect(gapAt(open, y)).toBe(gap)
})

it('draws what is in sight of a long list, wherever its open row stands', () => {
  const long: LinkLayout = { count: 5000, rowHeight: 30, open: { index: 2, height: 330 } }
  for (const top of [0, 200, 3000, 90_000]) {
    const { start, end } = rowsWithin(long, top, top + 900)
    expect(topOf(long, start)).toBeLessThanOrEqual(top)
    expect(topOf(long, end)).toBeGreaterThanOrEqual(top + 900)
    expect(end - start).toBeLessThan(80)
  }
})

it('keeps rows that must not go away, in their order', () => {
  expect(drawnRows({ start: 4, end: 7 }, [1, 5, -1, 9, 10], 10)).toEqual([1, 4, 5, 6, 9])
})
