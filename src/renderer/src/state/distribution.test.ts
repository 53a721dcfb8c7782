import { expect, it } from 'vitest'
import { USUAL_QUALITY } from '#shared/story/usual-quality'
import { byQuality } from './distribution'
import { aStory } from './story.builder'

const stories = (...scores: readonly (number | null)[]) =>
  scores.map((quality) => aStory({ quality }))
const scored = (...scores: readonly (number | null)[]) => byQuality(stories(...scores))
const upTo = (most: number, ...scores: readonly number[]) =>
  byQuality(stories(...scores), { least: 0, most, presets: [1] })

it('counts scores in bars of five points', () => {
  const { bars, highest, best } = scored(0, 4, 4.5, 5, 140, 144)
  expect([bars[0], bars[1], bars[28]]).toEqual([3, 1, 2])
  expect([highest, best]).toEqual([3, 144])
})

it.each([
  [1, { points: 1, end: 2 }],
  [10, { points: 1, end: 11 }],
  [42, { points: 1, end: 43 }],
  [43, { points: 2, end: 44 }],
  [200, { points: 5, end: 205 }],
  [215, { points: 10, end: 220 }],
  [500, { points: 20, end: 520 }],
  [10_000, { points: 500, end: 10_500 }]
])('reaches as far as the settings say: %i', (most, scale) => {
  expect(upTo(most, 0, 1).scale).toEqual({ ...scale, most })
  expect(upTo(most, most).bars.at(-1)).toBe(1)
})

it('reaches as far as scores and presets do where the settings do not say it', () => {
  expect(scored(3).scale).toEqual({ points: 5, end: 145, most: 145 })
  expect(scored(3, 300).scale).toEqual({ points: 10, end: 310, most: 310 })
  expect(scored(1000).scale).toEqual({ points: 50, end: 1050, most: 1000 })
})

it('lets neither odd scores nor those out of range make all others small', () => {
  const many = new Array<number>(200).fill(90)

  expect(scored(...many, 900, 800).scale.end).toBe(145)
  const { scale, bars } = scored(50, 9000)
  expect(scale.end).toBe(145)
  expect(bars.at(-1)).toBe(1)
})

it('leaves out what has no score', () => {
  const none = { highest: 0, best: 0, bars: new Array(29).fill(0) }
  expect(scored(null, -1)).toMatchObject(none)
  expect(byQuality([], USUAL_QUALITY)).toMatchObject(none)
})
