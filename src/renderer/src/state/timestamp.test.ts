import { expect, it } from 'vitest'
import { timestampOf } from './timestamp'

it.each([
  ['2026-03-12T09:23:00Z', '2026-03-12T09:23:00Z'],
  ['2026-03-12 09:23', '2026-03-12T09:23:00Z'],
  [' 2026-3-2 9:05 ', '2026-03-02T09:05:00Z'],
  ['2026-03-12', '2026-03-12T00:00:00Z'],
  ['2026-03-12 09:23:10.5 +0100', '2026-03-12T09:23:10.5+01:00'],
  ['2024-02-29', '2024-02-29T00:00:00Z']
])('writes %s as the files do', (typed, written) => {
  expect(timestampOf(typed)).toBe(written)
})

it.each(['', 'yesterday', '2026-02-30', '2026-13-01', '2026-03-12 25:00', '12.3.2026', '2026-03'])(
  'refuses %j',
  (typed) => {
    expect(timestampOf(typed)).toBeNull()
  }
)
