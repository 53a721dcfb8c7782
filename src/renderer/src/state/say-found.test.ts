import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { List } from './list-store'
import { createVoice } from './notice-store'
import { sayFound } from './say-found'
import { aStory } from './story.builder'
import { createViewStore } from './view-store'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function desk() {
  const view = createViewStore()
  const list = createStore<Pick<List, 'rows' | 'error'>>(() => ({ rows: [], error: null }))
  const voice = createVoice()
  sayFound(view, list, voice)
  return { view, list, voice, heard: () => voice.store.getState().announcement }
}

it('says once how many stories are left, when the search rests', () => {
  const { view, list, heard } = desk()
  view.setState({ text: 't' })
  vi.advanceTimersByTime(600)
  view.setState({ text: 'ti' })
  list.setState({ rows: [aStory({ id: 'a.md' })] })
  vi.advanceTimersByTime(600)
  expect(heard().text).toBe('')

  vi.advanceTimersByTime(100)
  expect(heard()).toEqual({ id: 1, text: '1 story' })
})

it('does not talk over what was done meanwhile', () => {
  const { view, voice, heard } = desk()
  view.setState({ name: 'inbox' })
  voice.announce('Published.')
  vi.advanceTimersByTime(700)
  expect(heard().text).toBe('Published.')
})

it('says why a search is not understood, and nothing of other stories that are opened', () => {
  const { view, list, heard } = desk()
  list.setState({ error: { position: 0, length: 1, message: 'quality is a number.' } })
  view.setState({ text: 'quality>=a' })
  vi.advanceTimersByTime(700)
  expect(heard().text).toBe('quality is a number.')

  view.setState({ current: aStory({ id: 'b.md' }).id })
  vi.advanceTimersByTime(700)
  expect(heard().id).toBe(1)
})
