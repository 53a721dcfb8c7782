import { createStore, type StoreApi } from 'zustand/vanilla'
import { runQuery } from '#shared/library/query'
import { type Facets, facets } from '#shared/library/query-facets'
import { parseQuery } from '#shared/library/query-parse'
import type { Story } from '#shared/story/story'
import { USUAL_QUALITY } from '#shared/story/usual-quality'
import { byQuality, type Distribution } from './distribution'
import { askingOf } from './findings'
import type { LibraryStore } from './library-store'
import type { ListStore } from './list-store'
import { sameJson } from './same-json'
import { sameViews } from './same-views'

/** Counts over the whole library that may come a moment after the rows. */
export type Overview = {
  readonly facets: Facets
  readonly quality: Distribution
  /** How many stories each saved view finds, by its name. */
  readonly views: ReadonlyMap<string, number>
}

export type OverviewStore = StoreApi<Overview>

/** How long the overview waits for the library to come to rest, in milliseconds. */
const PAUSE = 150
/** So many stories take a moment to count, so it is not done for each of some quick decisions. */
const MANY = 30_000
const LONG_PAUSE = 1500

/** Keeps the facets and the quality scale in step with the list, not with every single change. */
export function createOverviewStore(list: ListStore, library: LibraryStore): OverviewStore {
  const overview = (): Overview => {
    const { stories } = list.getState()
    return { facets: facets(stories), quality: scored(stories), views: counted(stories) }
  }
  const scored = (stories: readonly Story[]): Distribution =>
    byQuality(stories, library.getState().state.quality ?? USUAL_QUALITY)
  const counted = (stories: readonly Story[]): Overview['views'] =>
    new Map(
      (library.getState().state.views ?? []).map(({ name, query }) => {
        const parsed = parseQuery(query)
        return [
          name,
          parsed.ok ? runQuery(stories, parsed.value, null, askingOf(library)).length : 0
        ]
      })
    )
  const store = createStore<Overview>(overview)
  let isWaiting = false
  list.subscribe((next, last) => {
    if (next.stories === last.stories || isWaiting) return
    isWaiting = true
    setTimeout(
      () => {
        isWaiting = false
        store.setState(overview())
      },
      next.stories.length > MANY ? LONG_PAUSE : PAUSE
    )
  })
  library.subscribe(({ state }, last) => {
    const { stories } = list.getState()
    if (!sameViews(state.views, last.state.views)) store.setState({ views: counted(stories) })
    if (!sameJson(state.quality, last.state.quality)) store.setState({ quality: scored(stories) })
  })
  return store
}
