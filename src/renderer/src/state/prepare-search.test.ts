import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { rowOf } from '#shared/library/query-row'
import type { Library } from './library-store'
import { prepareSearch } from './prepare-search'
import { aStory } from './story.builder'

/** A window that is idle when the test says so, for so many looks at the clock. */
function anIdleWindow() {
  const asked: Parameters<Parameters<typeof prepareSearch>[1]>[0][] = []
  return {
    idle: (work: (typeof asked)[number]) => asked.push(work),
    isAsked: () => asked.length > 0,
    /** @param looks how often there is still time. */
    rest(looks: number) {
      let left = looks
      asked.shift()?.({ timeRemaining: () => (left-- > 0 ? 10 : 0) })
    }
  }
}

const storiesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => aStory({ id: `_news/${n}.md`, title: `T ${n}` }))

const libraryOf = (stories: ReturnType<typeof storiesOf>, phase: 'opening' | 'open') =>
  ({
    state: { phase },
    stories: new Map(stories.map((story) => [story.id, story]))
  }) as unknown as Library

const prepared = (stories: ReturnType<typeof storiesOf>) =>
  stories.filter((story) => rowOf(story).text !== undefined).length

it('prepares all stories, as many at a time as the window has time for', () => {
  const stories = storiesOf(120)
  const library = createStore<Library>(() => libraryOf([], 'opening'))
  const window = anIdleWindow()
  prepareSearch(library, window.idle)
  expect(window.isAsked()).toBe(false)

  library.setState(libraryOf(stories, 'open'))
  window.rest(1)
  expect(prepared(stories)).toBe(50)

  window.rest(10)
  expect(prepared(stories)).toBe(120)
  expect(window.isAsked()).toBe(false)
})

it('leaves the few stories of a later change to the next search', () => {
  const library = createStore<Library>(() => libraryOf(storiesOf(1), 'open'))
  const window = anIdleWindow()
  prepareSearch(library, window.idle)
  window.rest(10)

  library.setState(libraryOf(storiesOf(2), 'open'))

  expect(window.isAsked()).toBe(false)
})

it('does no more once it is ended', () => {
  const stories = storiesOf(1)
  const window = anIdleWindow()
  const end = prepareSearch(
    createStore<Library>(() => libraryOf(stories, 'open')),
    window.idle
  )

  end()
  window.rest(10)

  expect(prepared(stories)).toBe(0)
})
