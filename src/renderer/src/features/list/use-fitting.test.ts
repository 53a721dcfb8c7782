import { expect, it } from 'vitest'
import { fittingCount } from './use-fitting'

it.each<[widths: readonly number[], room: number, fitting: number]>([
  [[], 20, 1],
  [[100, 100], 240, 2],
  [[100, 100], 239, 1],
  [[100, 100, 100], 310, 2],
  [[100, 100, 100], 309, 1],
  [[400, 100], 200, 1]
])(
  'fits of %j into %i pixels %i, with room for the buttons behind them',
  (widths, room, fitting) => {
    expect(fittingCount(widths, room)).toBe(fitting)
  }
)
