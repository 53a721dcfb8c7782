import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createEmitter } from '#shared/emitter'
import type { LibraryEvent } from '#shared/library/library-state'
import type { StoryId } from '#shared/story/story-id'
import { createVoice } from './notice-store'
import { createOutsideStore } from './outside-store'
import { aStory } from './story.builder'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const id = (name: string) => name as StoryId

function host() {
  const events = createEmitter<LibraryEvent>()
  const voice = createVoice()
  const store = createOutsideStore(events, voice)
  const tell = (saved: readonly string[], more: Partial<LibraryEvent> = {}) =>
    events.emit({
      revision: 1,
      source: 'disk',
      saved: saved.map((each) => aStory({ id: each })),
      removed: [],
      state: { phase: 'open' } as LibraryEvent['state'],
      ...more
    })
  return {
    tell,
    words: () => store.getState().words,
    heard: () => voice.store.getState().announcement.text
  }
}

it('says once what a robot did story by story, and takes it away after a while', () => {
  const { tell, words, heard } = host()

  tell(['a'])
  vi.advanceTimersByTime(900)
  tell(['a', 'b'])
  vi.advanceTimersByTime(900)
  expect(words()).toBe(null)
  tell([], { removed: [id('c')] })
  vi.advanceTimersByTime(1000)
  expect(words()).toBe('Merged 3 outside changes')
  expect(heard()).toBe('Merged 3 outside changes')

  tell(['d'])
  vi.advanceTimersByTime(1000)
  expect(words()).toBe('Merged 1 outside change')
  vi.advanceTimersByTime(30_000)
  expect(words()).toBe(null)
})

it('counts a story that was renamed once', () => {
  const { tell, words } = host()

  tell(['new'], { removed: [id('old')], renamed: [{ from: id('old'), to: id('new') }] })
  vi.advanceTimersByTime(1000)

  expect(words()).toBe('Merged 1 outside change')
})

it('says nothing of what is done here, of the first reading, and of a folder that is away', () => {
  const { tell, words, heard } = host()

  tell(['a'], { source: 'desk' })
  tell(['a'], { source: 'scan' })
  tell(['a'], { state: { phase: 'away' } as LibraryEvent['state'] })
  tell([])
  vi.advanceTimersByTime(5000)

  expect(words()).toBe(null)
  expect(heard()).toBe('')
})
