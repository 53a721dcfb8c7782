import { expect, it } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { aDesk } from './desk.builder'
import { aStory } from './story.builder'

const TIDES = aStory({ id: 'tides.md' as StoryId, title: 'Tides' })
const TRAINS = aStory({ id: 'trains.md' as StoryId, title: 'Trains' })

/** A desk whose open story goes away while its title is being typed. */
async function aDeskThatLost(kept: readonly object[] = [{ version: 'v1', at: 1 }]) {
  const asked: unknown[] = []
  const { desk, tell } = await aDesk([TIDES, TRAINS], (method, params) => {
    if (method === 'story.change' || method === 'versions.restore') asked.push(params)
    if (method === 'versions.list') return kept
    return method === 'story.change' || method === 'versions.restore'
      ? { ok: true, value: TIDES }
      : null
  })
  desk.view.setState({ current: TIDES.id })
  desk.edits.enter(TIDES.id, 'title', 'Tides')
  desk.edits.want(TIDES.id, 'title', 'Tides', 'High tides')
  tell({ source: 'disk', removed: [TIDES.id] })
  const notice = () => desk.voice.store.getState().notice
  return { desk, tell, asked, notice }
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve))

it('says what of a story that went away is not saved, and counts it', async () => {
  const { desk, notice } = await aDeskThatLost()

  expect(desk.view.getState().current).toBe(TRAINS.id)
  expect(notice()?.fact).toBe('Tides is gone.')
  expect(notice()?.detail).toContain('What you typed is kept until it is back: title.')
  const [edit] = desk.edits.store.getState().edits.values()
  expect(edit).toMatchObject({ value: 'High tides', trouble: { kind: 'refused' } })
})

it('puts the story back as it was, opens it, and says what is saved in it then', async () => {
  const { desk, tell, asked, notice } = await aDeskThatLost()

  notice()?.action?.run()
  await aMoment()
  expect(asked).toEqual([{ id: TIDES.id, version: 'v1' }])
  tell({ source: 'disk', saved: [TIDES] })
  await aMoment()

  expect(desk.view.getState().current).toBe(TIDES.id)
  expect(asked.slice(1)).toMatchObject([{ change: { field: 'title', value: 'High tides' } }])
  expect(notice()).toMatchObject({
    fact: 'Saved now: your title of “Tides”.',
    action: { words: 'Undo' }
  })
})

it('says so when no version of the story is kept', async () => {
  const { notice } = await aDeskThatLost([])
  notice()?.action?.run()
  await aMoment()
  expect(notice()).toMatchObject({ kind: 'problem', fact: 'Tides was not put back.' })
})

it('saves nothing by itself in a story of which nothing was typed', async () => {
  const { desk, tell } = await aDesk([TIDES, TRAINS])
  desk.view.setState({ current: TIDES.id })
  desk.edits.enter(TIDES.id, 'title', 'Tides')
  tell({ source: 'disk', removed: [TIDES.id] })

  expect(desk.voice.store.getState().notice?.detail).toBe(
    'Its file was removed or renamed on disk.'
  )
  expect(desk.edits.store.getState().edits.size).toBe(0)
})
