import { expect, it, onTestFinished, vi } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { markSelected } from './bulk-actions'
import { aDesk } from './desk.builder'
import { travel } from './library-actions'
import { addFilter } from './search-actions'
import { aStory } from './story.builder'
import { decide, mark, nudgeQuality, openListed, openProblem, scoreStory } from './story-actions'

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

it('says of a score that it is not saved yet while the host or the folder is away', async () => {
  const { desk, tell } = await aDesk([TIDES], () => {
    throw new Error('The connection broke')
  })
  const said = () => desk.voice.store.getState().announcement.text

  tell({ state: { phase: 'away' } })
  scoreStory(desk, TIDES.id, 80)
  expect(said()).toBe('Not saved yet, the folder is not there: Quality 80')

  desk.library.setState({ connected: false })
  nudgeQuality(desk, TIDES.id, 1)
  expect(said()).toBe('Not saved yet, Storydesk does not answer: Quality 96')
})

it('decides nothing while the host is away, and says so', async () => {
  const asked: string[] = []
  const { desk } = await aDesk([TIDES, TRAINS], (method) => {
    asked.push(method)
    return null
  })
  desk.view.setState({ current: TIDES.id })
  mark(desk, TRAINS.id, 'held')
  desk.view.setState({ current: TIDES.id })
  desk.selection.setState({ ids: new Set([TIDES.id]) })
  desk.library.setState({ connected: false })
  asked.length = 0

  const ways = [
    () => decide(desk, TIDES.id, true),
    () => mark(desk, TIDES.id, 'reviewed'),
    () => markSelected(desk, 'held'),
    () => travel(desk, 'undo')
  ]
  for (const way of ways) {
    desk.voice.dismiss()
    await way()
    expect(desk.voice.store.getState().notice?.fact).toBe('Storydesk does not answer.')
  }
  expect(asked).toEqual([])
  expect(desk.view.getState().current).toBe(TIDES.id)
  expect([...desk.library.getState().reviews]).toEqual([[TRAINS.id, 'held']])
})
