import { expect, it } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { aDesk } from './desk.builder'
import { aStory } from './story.builder'
import { openListed } from './story-actions'

const TIDES = aStory({ id: 'tides.md' as StoryId, title: 'Tides', quality: 95 })
const TRAINS = aStory({ id: 'trains.md' as StoryId, title: 'Trains', quality: 20 })

async function aDeskAt(current: StoryId) {
  const { desk } = await aDesk([TIDES, TRAINS], () => null)
  desk.view.setState({ current })
  return desk
}

it('opens a story that was found, so that the keys of the list change no other one', async () => {
  const desk = await aDeskAt(TRAINS.id)
  desk.view.setState({ text: 'quality>=90' })

  openListed(desk)

  expect(desk.view.getState().current).toBe(TIDES.id)
})

it('keeps the open story if it was found', async () => {
  const desk = await aDeskAt(TRAINS.id)
  desk.view.setState({ text: 'quality<90' })

  openListed(desk)

  expect(desk.view.getState().current).toBe(TRAINS.id)
})

it('keeps no story open if none was found', async () => {
  const desk = await aDeskAt(TRAINS.id)
  desk.view.setState({ text: 'quality>500' })

  openListed(desk)

  expect(desk.view.getState().current).toBeNull()
})
