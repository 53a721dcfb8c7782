import { expect, it } from 'vitest'
import { BAR_COUNT, byQuality } from './distribution'
import { aStory } from './story.builder'

const scored = (...scores: readonly (number | null)[]) =>
  byQuality(scores.map((quality) => aStory({ quality })))

it('counts scores in bars of five points', () => {
  const { bars, highest, best } = scored(0, 4, 4.5, 5, 140, 144)
  expect([bars[0], bars[1], bars[28]]).toEqual([3, 1, 2])
  expect([highest, best]).toEqual([3, 144])
  expect(bars).toHaveLength(BAR_COUNT)
})

it('puts everything beyond the scale into its last bar', () => {
  expect(scored(215, 9000).bars[BAR_COUNT - 1]).toBe(2)
})

it('leaves out what has no score', () => {
  expect(scored(null, -1)).toEqual({ bars: new Array(BAR_COUNT).fill(0), highest: 0, best: 0 })
  expect(byQuality([]).highest).toBe(0)
})
