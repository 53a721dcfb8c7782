import { expect, it, onTestFinished, vi } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { aDesk } from './desk.builder'
import { addFilter } from './search-actions'
import { aStory } from './story.builder'
import { openListed, openProblem } from './story-actions'

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

it('opens the first of the list when a filter hides the open story, but not while a search is typed', async () => {
  const desk = await aDeskAt(TRAINS.id)

  desk.view.setState({ text: 'quality>=90' })
  expect(desk.view.getState().current).toBe(TRAINS.id)

  desk.view.setState({ text: '' })
  addFilter(desk, { field: 'query', value: 'quality>=90', isNot: false })
  expect(desk.view.getState().current).toBe(TIDES.id)
})

it('opens a problem that filters hide', async () => {
  const problem = { code: 'bad-yaml', line: 3, column: 1, message: 'A quote is never closed.' }
  const broken = aStory({ id: 'broken.md', title: 'Broken', problem } as never)
  const { desk } = await aDesk([TIDES, broken], () => null)
  vi.stubGlobal('document', { querySelector: () => null, activeElement: null })
  onTestFinished(() => void vi.unstubAllGlobals())
  desk.view.setState({ current: TIDES.id })
  addFilter(desk, { field: 'query', value: 'quality>=90', isNot: false })

  openProblem(desk, broken.id)

  expect(desk.view.getState()).toMatchObject({ name: 'problems', current: broken.id, filters: [] })
})
