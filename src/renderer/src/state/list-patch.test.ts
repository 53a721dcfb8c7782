import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Review } from '#shared/library/review'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import type { Library } from './library-store'
import { createListStore, type List } from './list-store'
import { aStory } from './story.builder'
import { createViewStore, type View } from './view-store'

/** Numbers that are the same in every run. */
function randoms(seed: number) {
  let state = seed * 7919 + 1
  return (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}

const COUNT = 12
const idOf = (n: number) => `${n}.md` as StoryId

function someStory(n: number, random: (limit: number) => number): Story {
  return aStory({
    id: idOf(n),
    quality: random(3) * 40,
    published: random(2) === 0,
    topics: random(2) === 0 ? ['AI'] : []
  })
}

const VIEWS: readonly Partial<View>[] = [
  { name: 'all' },
  { name: 'inbox' },
  { name: 'held', text: 'quality>=40' },
  { name: 'unpublished' },
  { name: 'inbox', group: 'topic' },
  { name: 'all', text: 'quality:40', filters: [{ field: 'topic', value: 'AI', isNot: false }] }
]

it.each(VIEWS)('shows and counts in %j what looking through all stories would', (view) => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const random = randoms(seed)
    const step = startDesks(view, random)
    for (let turn = 0; turn < 15; turn += 1) {
      const [patched, whole] = step()
      expect(patched.counts).toEqual(whole.counts)
      expect(patched.progress).toEqual(whole.progress)
      expect(patched.rows).toEqual(whole.rows)
    }
  }
})

/** Two lists of one library, of which only one is told what a change was about. */
function startDesks(view: Partial<View>, random: (limit: number) => number) {
  const start = new Map<StoryId, Story>()
  for (let n = 0; n < COUNT; n += 1) start.set(idOf(n), someStory(n, random))
  const desks = [true, false].map((isTold) => {
    const library = createStore(
      () =>
        ({
          app: 'ready',
          stories: new Map(),
          reviews: new Map(),
          findings: new Map()
        }) as unknown as Library
    )
    const views = createViewStore()
    views.setState({ sort: 'path', ...view, current: idOf(3) })
    const list = createListStore(library, views)
    library.setState({ stories: start, touched: null })
    return { library, list, isTold }
  })

  return (): readonly [List, List] => {
    const n = random(COUNT)
    const touched = [...new Set([idOf(n), idOf(random(COUNT))])]
    const { stories, reviews } = (desks[0] as (typeof desks)[0]).library.getState()
    const next = {
      stories: random(2) === 0 ? changedStories(stories, n, random) : stories,
      reviews: random(2) === 0 ? changedReviews(reviews, n, random) : reviews
    }
    for (const { library, isTold } of desks) {
      library.setState({ ...next, touched: isTold ? touched : null })
    }
    return desks.map(({ list }) => list.getState()) as unknown as readonly [List, List]
  }
}

function changedStories(
  stories: ReadonlyMap<StoryId, Story>,
  n: number,
  random: (limit: number) => number
): ReadonlyMap<StoryId, Story> {
  const next = new Map(stories)
  if (random(5) === 0) next.delete(idOf(n))
  else next.set(idOf(n), someStory(n, random))
  return next
}

function changedReviews(
  reviews: ReadonlyMap<StoryId, Review>,
  n: number,
  random: (limit: number) => number
): ReadonlyMap<StoryId, Review> {
  const next = new Map(reviews)
  const review = ([null, 'reviewed', 'held'] as const)[random(3)]
  if (review == null) next.delete(idOf(n))
  else next.set(idOf(n), review)
  return next
}
