import { expect, it } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { aDesk } from './desk.builder'
import { saveNow, saveState } from './save-state'
import { aStory } from './story.builder'

const story = aStory({ title: 'Tides' })

async function aDeskThatAnswers(answer: () => unknown) {
  const sent: unknown[] = []
  const { desk } = await aDesk([story], (method, params) => {
    if (method !== 'story.change') return null
    sent.push(params)
    return answer()
  })
  const words = () =>
    saveState(
      desk.edits.store.getState(),
      desk.listEdits.store.getState(),
      desk.library.getState().connected
    )
  return { desk, sent, words, heard: () => desk.voice.store.getState().announcement.text }
}

it('sends what is typed and waits for a pause, as a step of its own', async () => {
  const { desk, sent, words, heard } = await aDeskThatAnswers(() => ({ ok: true, value: story }))
  desk.edits.enter(story.id, 'title', 'Tides')
  desk.edits.want(story.id, 'title', 'Tides', 'High tides')

  await saveNow(desk)

  expect(sent).toEqual([
    {
      id: story.id,
      change: { kind: 'set', field: 'title', was: 'Tides', value: 'High tides' },
      fold: null
    }
  ])
  expect(words()).toEqual({ kind: 'saved', words: 'All changes saved' })
  expect(heard()).toContain('All changes are saved.')
})

it('says that all is saved where nothing waits', async () => {
  const { desk, sent, heard } = await aDeskThatAnswers(() => null)
  await saveNow(desk)
  expect(sent).toEqual([])
  expect(heard()).toContain('All changes are saved.')
})

it('says what needs a choice', async () => {
  const conflict = { code: 'conflict', id: story.id, field: 'title', yours: 'High', theirs: 'Low' }
  const { desk, words, heard } = await aDeskThatAnswers(() => ({ ok: false, error: conflict }))
  desk.edits.enter(story.id, 'title', 'Tides')
  desk.edits.want(story.id, 'title', 'Tides', 'High')

  await saveNow(desk)

  const said = '1 field needs your choice. Everything else is saved.'
  expect(words()).toEqual({ kind: 'choice', words: said })
  expect(heard()).toBe(said)

  desk.library.setState({ connected: false })
  expect(words().words).toBe('1 field needs your choice.')
})

it('counts what is not saved first', async () => {
  const { desk, words } = await aDeskThatAnswers(() => {
    throw new Error('The connection broke')
  })
  for (const id of [story.id, 'other.md' as StoryId]) {
    desk.edits.want(id, 'quality', 50, 80)
    await desk.edits.commit(id, 'quality', null)
  }
  expect(words()).toEqual({ kind: 'unsaved', words: '2 changes not saved' })
})
