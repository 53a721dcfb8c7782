import { createStore, type StoreApi } from 'zustand/vanilla'
import { runQuery } from '#shared/library/query'
import { type Facets, facets } from '#shared/library/query-facets'
import { parseQuery } from '#shared/library/query-parse'
import type { Query, QueryError } from '#shared/library/query-syntax'
import type { Story } from '#shared/story/story'
import { byQuality, type Distribution } from './distribution'
import type { LibraryStore } from './library-store'
import { settleOrder } from './settle-order'
import { filterQuery, type View, type ViewName, type ViewStore, viewQuery } from './view-store'

export type List = {
  /** All stories of the library, in no order that means anything. */
  readonly stories: readonly Story[]
  /** What the view, the filters and the search leave, in order. */
  readonly rows: readonly Story[]
  /** Why the search text cannot be understood; the rows are then those of the last text that could. */
  readonly error: QueryError | null
  readonly counts: { readonly [name in ViewName]: number }
}

/** Counts over the whole library that may come a moment after the rows. */
export type Overview = { readonly facets: Facets; readonly quality: Distribution }

export type ListStore = StoreApi<List>
export type OverviewStore = StoreApi<Overview>

/** How long the overview waits for the library to come to rest, in milliseconds. */
const OVERVIEW_PAUSE = 150

/** Keeps the rows of the list in step with the library and with what the editor asks for. */
export function createListStore(library: LibraryStore, view: ViewStore): ListStore {
  const store = createStore<List>(() => ({
    stories: [],
    rows: [],
    error: null,
    counts: { all: 0, published: 0, unpublished: 0, problems: 0 }
  }))
  let understood: Query = { kind: 'all', of: [] }

  function find(stories: readonly Story[]): readonly Story[] {
    const { name, filters, sort } = view.getState()
    const narrowed: Query = {
      kind: 'all',
      of: [viewQuery(name), filterQuery(filters), understood]
    }
    const found = runQuery(stories, narrowed, sort)
    return name === 'problems' ? worstFirst(found) : found
  }

  function onView(next: View, last: View): void {
    if (isSameSearch(next, last)) return
    const query = parseQuery(next.text)
    if (query.ok) understood = query.value
    const error = query.ok ? null : query.error
    store.setState(({ stories }) => ({ error, rows: find(stories) }))
  }

  function onLibrary(): void {
    const stories = [...library.getState().stories.values()]
    store.setState(({ rows }) => {
      const found = find(stories)
      const isReading = library.getState().app === 'loading'
      return {
        stories,
        counts: countViews(stories),
        rows: isReading ? found : settleOrder(rows, found)
      }
    })
  }

  view.subscribe(onView)
  library.subscribe((next, last) => {
    if (next.stories !== last.stories) onLibrary()
  })
  return store
}

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
    setTimeout(() => {
      isWaiting = false
      store.setState(overview())
    }, OVERVIEW_PAUSE)
  })
  return store
}

const isSameSearch = (a: View, b: View): boolean =>
  a.name === b.name && a.text === b.text && a.filters === b.filters && a.sort === b.sort

/** What is online by accident comes before what merely cannot be edited. */
const worstFirst = (stories: readonly Story[]): readonly Story[] => [
  ...stories.filter(({ onSite }) => onSite),
  ...stories.filter(({ onSite }) => !onSite)
]

function countViews(stories: readonly Story[]): List['counts'] {
  let published = 0
  let problems = 0
  for (const { onSite, problem } of stories) {
    if (onSite) published += 1
    if (problem !== null) problems += 1
  }
  return { all: stories.length, published, unpublished: stories.length - published, problems }
}
