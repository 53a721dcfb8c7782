import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { LibraryState, Renamed } from '#shared/library/library-state'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { keepCurrent } from './keep-current'
import type { Library } from './library-store'
import { createListStore } from './list-store'
import { createOpenStory } from './open-story'
import { aStory } from './story.builder'
import { createViewStore } from './view-store'

const stories = ['a.md', 'b.md', 'c.md'].map((id) => aStory({ id }))

/** A window whose library holds `stories`, and what the tab remembers. */
function desk(remembered: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(remembered))
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value)
  } as Storage
  const byId = (all: readonly Story[]) => new Map(all.map((story) => [story.id, story]))
  const state = { phase: 'open', folder: '/news' } as LibraryState
  const library = createStore(
    () =>
      ({
        app: 'loading',
        state,
        stories: new Map(),
        reviews: new Map(),
        findings: new Map(),
        touched: null,
        renamed: []
      }) as unknown as Library
  )
  const view = createViewStore()
  const lost: string[] = []
  keepCurrent(library, view, createListStore(library, view), createOpenStory(storage), ({ id }) =>
    lost.push(id)
  )
  return {
    view,
    lost,
    kept,
    holds: (all: readonly Story[], renamed: readonly Renamed[] = []) =>
      library.setState(({ stories: before }) => {
        const next = byId(all)
        const touched = [...new Set([...before.keys(), ...next.keys()])]
        return { app: 'ready', stories: next, renamed, touched }
      })
  }
}

it('opens the first story, or the one that was open before the window was loaded again', () => {
  const fresh = desk()
  fresh.holds(stories)
  expect(fresh.view.getState().current).toBe('a.md')

  const again = desk({ 'storydesk.open /news': 'c.md' })
  again.holds(stories)
  expect(again.view.getState().current).toBe('c.md')

  const gone = desk({ 'storydesk.open /news': 'gone.md' })
  gone.holds(stories)
  expect(gone.view.getState().current).toBe('a.md')
})

it('remembers the open story of each library', () => {
  const { view, holds, kept } = desk()
  holds(stories)

  view.setState({ current: 'b.md' as StoryId })

  expect(kept.get('storydesk.open /news')).toBe('b.md')
})

it('goes along with a story whose file is renamed, and says nothing of it', () => {
  const { view, lost, holds } = desk()
  holds(stories)
  const moved = aStory({ id: 'moved/a.md' })

  holds([...stories.slice(1), moved], [{ from: 'a.md' as StoryId, to: moved.id }])

  expect(view.getState().current).toBe('moved/a.md')
  expect(lost).toEqual([])
})

it('finds a story again whose file was moved to another folder and changed at once', () => {
  const { view, holds } = desk()
  holds(stories)
  const moved = aStory({ id: 'moved/a.md', title: null })

  holds([...stories, moved])
  holds([...stories.slice(1), moved])

  expect(view.getState().current).toBe('moved/a.md')
})

it('opens the next story when the file of the open one is gone, and says so', () => {
  const { view, lost, holds } = desk()
  holds(stories)

  holds(stories.slice(1))

  expect(view.getState().current).toBe('b.md')
  expect(lost).toEqual(['a.md'])
})
