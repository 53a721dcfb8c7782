import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Facets, facets } from '#shared/library/query-facets'
import { byQuality, type Distribution } from './distribution'
import type { ListStore } from './list-store'

/** Counts over the whole library that may come a moment after the rows. */
export type Overview = { readonly facets: Facets; readonly quality: Distribution }

export type OverviewStore = StoreApi<Overview>

/** How long the overview waits for the library to come to rest, in milliseconds. */
const PAUSE = 150
/** So many stories take a moment to count, so it is not done for each of some quick decisions. */
const MANY = 30_000
const LONG_PAUSE = 1500

/** Keeps the facets and the quality scale in step with the list, not with every single change. */
export function createOverviewStore(list: ListStore): OverviewStore {
  const overview = (): Overview => {
    const { stories } = list.getState()
    return { facets: facets(stories), quality: byQuality(stories) }
  }
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
  return store
}
