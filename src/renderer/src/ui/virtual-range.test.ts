import { expect, it } from 'vitest'
import { heightOf, scrollTopFor, topOf, visibleRange } from './virtual-range'

const list = { count: 100_000, rowHeight: 48, inset: 0, scrollTop: 0, height: 480 }

it('draws what is visible and a margin on both sides', () => {
  expect(visibleRange(list)).toEqual({ start: 0, end: 20 })
  expect(visibleRange({ ...list, scrollTop: 48 * 1000 })).toEqual({ start: 992, end: 1020 })
})

it('stays the same while the list scrolls by less than a few rows', () => {
  const at = (scrollTop: number) => visibleRange({ ...list, scrollTop })
  expect(at(48 * 1000 + 1)).toEqual(at(48 * 1000 + 47))
})

it('ends with the list', () => {
  expect(visibleRange({ ...list, scrollTop: 48 * 99_990 })).toEqual({ start: 99_980, end: 100_000 })
  expect(visibleRange({ ...list, count: 0 })).toEqual({ start: 0, end: 0 })
})

it('draws something sensible while the page bounces past its ends', () => {
  expect(visibleRange({ ...list, scrollTop: -300 })).toEqual({ start: 0, end: 20 })
  expect(visibleRange({ ...list, count: 105, scrollTop: 9000 })).toEqual({ start: 105, end: 105 })
})

it('draws all of a short list', () => {
  expect(visibleRange({ ...list, count: 100, scrollTop: 960 })).toEqual({ start: 0, end: 100 })
})

it('scrolls as little as possible to show a row', () => {
  expect(scrollTopFor(5, { ...list, scrollTop: 0 })).toBe(0)
  expect(scrollTopFor(10, { ...list, scrollTop: 0 })).toBe(48)
  expect(scrollTopFor(5, { ...list, scrollTop: 480 })).toBe(240)
  expect(scrollTopFor(99_999, { ...list, scrollTop: 0 })).toBe(48 * 100_000 - 480)
})

it('never scrolls past the end of a list that became shorter', () => {
  expect(scrollTopFor(2, { ...list, count: 12, scrollTop: 96 })).toBe(96)
  expect(scrollTopFor(11, { ...list, count: 12, scrollTop: 5000 })).toBe(528)
})

it('leaves room above the first and below the last row', () => {
  const roomy = { ...list, count: 12, inset: 6 }
  expect(scrollTopFor(11, roomy)).toBe(48 * 12 + 12 - 480)
  expect(scrollTopFor(0, { ...roomy, scrollTop: 100 })).toBe(0)
})

const grouped = { ...list, count: 1000, heads: [0, 10, 500], headHeight: 28 }

it('counts the headings above a row', () => {
  expect([0, 9, 10, 499, 500].map((index) => topOf(grouped, index))).toEqual([
    28,
    28 + 9 * 48,
    56 + 10 * 48,
    56 + 499 * 48,
    84 + 500 * 48
  ])
  expect(heightOf(grouped)).toBe(1000 * 48 + 3 * 28)
})

it('finds the rows in sight below headings', () => {
  for (const index of [0, 9, 10, 250, 499, 500, 999]) {
    const scrollTop = topOf(grouped, index) - 28
    const { start, end } = visibleRange({ ...grouped, scrollTop })
    expect(start).toBeLessThanOrEqual(Math.max(0, index - 8))
    expect(start).toBeGreaterThanOrEqual(Math.max(0, index - 12))
    expect(end).toBeGreaterThanOrEqual(Math.min(1000, index + 10))
    expect(end).toBeLessThanOrEqual(index + 24)
  }
})

it('shows a row below the heading that stays in sight', () => {
  expect(scrollTopFor(5, { ...grouped, scrollTop: 480 })).toBe(5 * 48)
  expect(scrollTopFor(10, { ...grouped, scrollTop: 4800 })).toBe(28 + 10 * 48)
  expect(scrollTopFor(999, grouped)).toBe(heightOf(grouped) - 480)
})
