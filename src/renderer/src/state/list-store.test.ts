import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Review } from '#shared/library/review'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import type { Library } from './library-store'
import { createListStore } from './list-store'
import { aStory } from './story.builder'
import { createViewStore, leavesView } from './view-store'

const [a, b, c] = ['a', 'b', 'c'].map((id) => aStory({ id, quality: 50 })) as [Story, Story, Story]

function desk(...reviews: readonly (readonly [Story, Review])[]) {
  const byId = (...stories: readonly Story[]) => new Map(stories.map((story) => [story.id, story]))
  const library = createStore(
    () =>
      ({
        app: 'ready',
        stories: new Map(),
        reviews: new Map(),
        duplicates: new Set()
      }) as unknown as Library
  )
  const view = createViewStore()
  const list = createListStore(library, view)
  const said = new Map<StoryId, Review>(reviews.map(([{ id }, review]) => [id, review]))
  library.setState({ stories: byId(a, b, c), reviews: said, touched: null })
  return {
    view,
    list: () => list.getState(),
    ids: () => list.getState().rows.map(({ id }) => id),
    foundDuplicates: (...stories: readonly Story[]) =>
      library.setState({ duplicates: new Set(stories.map(({ id }) => id)), touched: null }),
    say: (story: Story, review: Review) =>
      library.setState(({ reviews: all }) => ({
        reviews: new Map(all).set(story.id, review),
        touched: [story.id]
      })),
    save: (...stories: readonly Story[]) =>
      library.setState(({ stories: all }) => ({
        stories: new Map([...all, ...byId(...stories)]),
        touched: stories.map(({ id }) => id)
      }))
  }
}

it('shows in the inbox what nobody has looked at, and what is held by itself', () => {
  const { view, ids } = desk([a, 'reviewed'], [c, 'held'])

  view.setState({ name: 'inbox' })
  expect(ids()).toEqual(['b'])
  view.setState({ name: 'held' })
  expect(ids()).toEqual(['c'])
})

it('finds duplicates once they are known', () => {
  const { view, ids, foundDuplicates } = desk()
  view.setState({ text: 'is:duplicate' })
  expect(ids()).toEqual([])

  foundDuplicates(a, c)
  expect(ids()).toEqual(['a', 'c'])
})

it('counts the views, and how much of what is searched for is done', () => {
  const { view, list } = desk([a, 'reviewed'], [c, 'held'], [aStory({ id: 'gone' }), 'held'])
  expect(list().counts).toMatchObject({ inbox: 1, all: 3, held: 1 })
  expect(list().progress).toEqual({ done: 2, total: 3 })

  view.setState({ name: 'inbox', text: 'path:c' })
  expect(list().progress).toEqual({ done: 1, total: 1 })
})

it('lets a field without a value narrow nothing, and keeps the rows of what was understood last', () => {
  const { view, list, ids } = desk()
  view.setState({ text: 'pat' })
  expect(ids()).toEqual([])
  view.setState({ text: 'type: quality:50 -path:' })
  expect(ids()).toEqual(['a', 'b', 'c'])
  expect(list().error).not.toBe(null)

  view.setState({ text: 'path:a' })
  view.setState({ text: 'path:a quality:x' })
  expect(ids()).toEqual(['a'])
})

it('lets the open story stay in its row until another one is opened', () => {
  const { view, ids, say } = desk()
  view.setState({ name: 'inbox', current: b.id })

  say(b, 'reviewed')
  expect(ids()).toEqual(['a', 'b', 'c'])
  view.setState({ current: c.id })
  expect(ids()).toEqual(['a', 'c'])
})

it('shows the open story as it is by now, also when it is no longer found', () => {
  const { view, list, save } = desk()
  view.setState({ text: 'quality:50', current: b.id })

  save({ ...b, quality: 80 })

  expect(list().rows).toEqual([a, { ...b, quality: 80 }, c])
})

it('lets a story that was decided upon go at once when the next one is open already', () => {
  const { view, ids, say } = desk()
  view.setState({ name: 'inbox', current: b.id })

  say(a, 'reviewed')

  expect(ids()).toEqual(['b', 'c'])
})

it.each([
  ['inbox', { review: 'reviewed' }, true],
  ['held', { review: 'held' }, false],
  ['held', { review: 'reviewed' }, true],
  ['unpublished', { published: true, review: 'reviewed' }, true],
  ['unpublished', { published: false, review: 'reviewed' }, false],
  ['published', { published: false, review: 'reviewed' }, true],
  ['published', { review: 'held' }, false],
  ['all', { published: true, review: 'reviewed' }, false]
] as const)('knows whether the view %s loses a story by %j', (name, decision, isLeaving) => {
  expect(leavesView(name, decision)).toBe(isLeaving)
})

it('groups the rows, and keeps the groups in their places while stories come and change', () => {
  const { view, list, ids, save } = desk()
  const groups = () => list().groups.map(({ words, count }) => `${words} ${count}`)
  const named = (id: string, provider: string) => aStory({ id, provider, quality: 50 })
  save(named('a', 'Wire'), named('b', 'Ledger'), named('c', 'Wire'))

  view.setState({ group: 'provider' })
  expect(groups()).toEqual(['Wire 2', 'Ledger 1'])
  expect(ids()).toEqual(['a', 'c', 'b'])

  save(named('d', 'Ledger'), named('e', 'Ledger'))
  expect(groups()).toEqual(['Wire 2', 'Ledger 3'])
  save(named('c', 'Ledger'))
  expect(groups()).toEqual(['Wire 1', 'Ledger 4'])

  view.setState({ name: 'problems' })
  expect(list().groups).toEqual([])
})
