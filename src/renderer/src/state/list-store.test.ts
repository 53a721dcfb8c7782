import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Review } from '#shared/library/review'
import type { RuleId } from '#shared/story/finding'
import type { Story } from '#shared/story/story'
import type { RuleFindings } from '#shared/story/story-findings'
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
        duplicates: new Set(),
        findings: new Map()
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
    found: (...all: readonly (readonly [Story, ...RuleId[]])[]) =>
      library.setState(({ findings: before }) => {
        const findings = new Map(all.map(([{ id }, ...rules]) => [id, rules.map(foundBy)]))
        return { findings, touched: [...new Set([...before.keys(), ...findings.keys()])] }
      }),
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

/** Mistakes about `published` are errors, all else are warnings. */
const foundBy = (rule: RuleId): RuleFindings => ({
  rule,
  severity: rule === 'published-by-mistake' ? 'error' : 'warning',
  count: 1,
  fixable: 1,
  line: 1,
  message: rule
})

it('finds what the checks find, by rule and by severity', () => {
  const { view, list, ids, found } = desk()
  view.setState({ text: 'is:finding' })
  expect(ids()).toEqual([])

  found([a, 'self-link', 'repeated-link'], [b, 'self-link'], [c, 'published-by-mistake'])
  found([a, 'self-link', 'repeated-link'], [c, 'published-by-mistake'])
  expect(ids()).toEqual(['a', 'c'])
  expect(list().progress.total).toBe(2)
  view.setState({ text: 'finding:repeated-link' })
  expect(ids()).toEqual(['a'])
  view.setState({ text: 'finding:error' })
  expect(ids()).toEqual(['c'])
  view.setState({ text: 'finding:error -finding:error' })
  expect(ids()).toEqual([])
  found()
  view.setState({ text: '-is:finding' })
  expect(ids()).toEqual(['a', 'b', 'c'])
})

it('puts problems in the order in which they should be looked at, and counts the bad ones', () => {
  const { view, list, ids, found, save } = desk()
  const unread = { code: 'unterminated', line: 1, column: 1, message: 'Never closed.' }
  save(aStory({ id: 'broken', problem: unread }), aStory({ id: 'd' }), aStory({ id: 'fine' }))
  found([a, 'self-link'], [b, 'repeated-link', 'self-link'], [c, 'published-by-mistake'])
  view.setState({ name: 'problems' })

  expect(ids()).toEqual(['broken', 'c', 'b', 'a'])
  expect(list().groups.map(({ words, start, count }) => [words, start, count])).toEqual([
    ['These cannot be edited', 0, 1],
    ['Published although marked unpublished', 1, 1],
    ['Repeated links', 2, 1],
    ['Links to the story itself', 3, 1]
  ])
  expect(list().counts.problems).toBe(2)
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

it('leaves the rows alone while the checks tell of hundreds of stories, and counts them', () => {
  const { list, view, found, save } = desk()
  const many = Array.from({ length: 300 }, (_, n) => aStory({ id: `n${n}`, quality: n }))
  save(...many)
  view.setState({ text: 'quality>=0' })
  const { rows } = list()

  found(...many.map((story) => [story, 'published-by-mistake'] as const))
  expect(list().rows).toBe(rows)
  expect(list().counts.problems).toBe(300)
  found()
  expect(list().rows).toBe(rows)
  expect(list().counts.problems).toBe(0)
})
