import { expect, it } from 'vitest'
import { brushMoved, brushWords } from './chart-brush'
import type { RangeBin } from './insights'

const press = (key: string, shiftKey = false) => ({ key, shiftKey })

it('goes along the columns by key, and stays on the chart', () => {
  expect(brushMoved(null, press('ArrowRight'), 5)).toEqual({ anchor: 0, at: 0 })
  expect(brushMoved(null, press('ArrowLeft'), 5)).toEqual({ anchor: 4, at: 4 })
  expect(brushMoved({ anchor: 1, at: 1 }, press('ArrowRight'), 5)).toEqual({ anchor: 2, at: 2 })
  expect(brushMoved({ anchor: 4, at: 4 }, press('ArrowUp'), 5)).toEqual({ anchor: 4, at: 4 })
  expect(brushMoved({ anchor: 0, at: 0 }, press('ArrowDown'), 5)).toEqual({ anchor: 0, at: 0 })
  expect(brushMoved({ anchor: 3, at: 3 }, press('Home'), 5)).toEqual({ anchor: 0, at: 0 })
  expect(brushMoved(null, press('End'), 5)).toEqual({ anchor: 4, at: 4 })
})

it('chooses several columns with Shift, and one again without', () => {
  const two = brushMoved({ anchor: 1, at: 1 }, press('ArrowRight', true), 5)
  expect(two).toEqual({ anchor: 1, at: 2 })
  expect(brushMoved(two, press('Home', true), 5)).toEqual({ anchor: 1, at: 0 })
  expect(brushMoved(two, press('ArrowRight'), 5)).toEqual({ anchor: 3, at: 3 })
  expect(brushMoved(null, press('End', true), 5)).toEqual({ anchor: 4, at: 4 })
})

it('leaves other keys alone, and does nothing on a chart without columns', () => {
  expect(brushMoved({ anchor: 1, at: 1 }, press('j'), 5)).toBeNull()
  expect(brushMoved(null, press('ArrowRight'), 0)).toBeNull()
})

it('says what is chosen, several columns together and from low to high', () => {
  const bin = (from: number, published: number): RangeBin => ({
    key: `${from}`,
    words: `${from} to ${from + 4}`,
    short: `${from}`,
    from,
    to: from + 4,
    published,
    unpublished: 1,
    outside: 0
  })
  const bins = [bin(0, 2), bin(5, 0), bin(10, 1000)]

  expect(brushWords(bins, { anchor: 1, at: 1 })).toBe('5 to 9: 0 published, 1 unpublished')
  expect(brushWords(bins, { anchor: 2, at: 0 })).toBe(
    '0 to 4 through 10 to 14: 1,002 published, 3 unpublished'
  )
  expect(brushWords([], { anchor: 0, at: 0 })).toBe('')
})
