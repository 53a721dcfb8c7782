import { expect, it } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { wordsOf } from './command'
import { DECIDING_COMMANDS } from './commands-deciding'
import { aDesk } from './desk.builder'
import { aStory } from './story.builder'
import { nudgeQuality } from './story-actions'

const TIDES = aStory({ id: 'tides.md' as StoryId, quality: 95 })

async function aScoredDesk(quality?: { least: number; most: number; presets: number[] }) {
  const wanted: unknown[] = []
  const { desk, tell } = await aDesk([TIDES], (method, params) => {
    if (method === 'story.change') wanted.push(params)
    return null
  })
  if (quality !== undefined) tell({ state: { quality } })
  desk.view.setState({ current: TIDES.id })
  const press = (digit: string) =>
    DECIDING_COMMANDS.find(({ caps }) => caps[0] === digit)?.run(desk, { shift: false, page: 1 })
  const words = DECIDING_COMMANDS.filter(({ caps }) => /\d/.test(String(caps)))
    .map((command) => wordsOf(command, desk))
    .filter((each) => each !== null)
  return { desk, press, words, said: () => desk.voice.store.getState().announcement.text }
}

it('scores by the usual presets, and nothing by the digits beyond', async () => {
  const { press, words, said } = await aScoredDesk()

  expect(words).toEqual([20, 50, 80, 110, 140, 0].map((score) => `Quality ${score}`))
  press('3')
  expect(said()).toBe('Quality 80')
  press('6')
  expect(said()).toBe('Quality 80')
  press('0')
  expect(said()).toBe('Quality 0')
})

it('scores by the presets of the library, and steps no further than its range', async () => {
  const { desk, press, words, said } = await aScoredDesk({
    least: 10,
    most: 100,
    presets: [33, 66]
  })

  expect(words).toEqual(['Quality 33', 'Quality 66', 'Quality 0'])
  press('2')
  expect(said()).toBe('Quality 66')
  nudgeQuality(desk, TIDES.id, 60)
  expect(said()).toBe('Quality 100')
  nudgeQuality(desk, TIDES.id, -200)
  expect(said()).toBe('Quality 10')
})
