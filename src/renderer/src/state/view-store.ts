import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Sort } from '#shared/library/query-sort'
import type { Query } from '#shared/library/query-syntax'
import type { Review } from '#shared/library/review'
import type { SavedView } from '#shared/library/saved-view'
import { assertNever } from '#shared/result'
import type { StoryId } from '#shared/story/story-id'
import type { Filter } from './filters'
import type { GroupBy } from './group-rows'

export type ViewName = 'inbox' | 'all' | 'published' | 'unpublished' | 'held' | 'problems'

/** What the list shows and which story is open. */
export type View = {
  readonly name: ViewName
  readonly text: string
  readonly filters: readonly Filter[]
  readonly sort: Sort
  readonly group: GroupBy
  /** The saved view that was chosen last, as long as the list is about it. */
  readonly saved: ShownView | null
  readonly current: StoryId | null
}

/** A saved view, and what the list was when it was chosen: whatever differs from that is not saved. */
export type ShownView = {
  readonly view: SavedView
  readonly shown: Pick<View, 'name' | 'text' | 'filters' | 'sort' | 'group'>
}

export type ViewStore = StoreApi<View>

/** @param order as it was when the window was closed. */
export const createViewStore = (order: ListOrder = USUAL_ORDER): ViewStore =>
  createStore<View>(() => ({
    name: 'all',
    text: '',
    filters: [],
    sort: order.sort,
    group: order.group,
    saved: null,
    current: null
  }))

/** How the list is put in order where no saved view says another way. */
export type ListOrder = Pick<View, 'sort' | 'group'>
export const USUAL_ORDER: ListOrder = { sort: '-date', group: 'none' }

/** The view itself as a query; what is reviewed or held is no matter of queries. */
export function viewQuery(name: ViewName): Query {
  switch (name) {
    case 'all':
    case 'inbox':
    case 'held':
      return { kind: 'all', of: [] }
    case 'published':
      return { kind: 'is', state: 'onsite' }
    case 'unpublished':
      return { kind: 'not', query: { kind: 'is', state: 'onsite' } }
    case 'problems':
      return {
        kind: 'any',
        of: [
          { kind: 'is', state: 'problem' },
          { kind: 'is', state: 'finding' }
        ]
      }
    default:
      return assertNever(name)
  }
}

/** Whether a view shows a story that is reviewed or held so. */
export function fitsView(name: ViewName, review: Review | null): boolean {
  if (name === 'inbox') return review === null
  return name !== 'held' || review === 'held'
}

/** What was decided about a story. */
export type Decision = { readonly published?: boolean; readonly review: Review | null }

/** Whether a view holds a story no longer once this was decided about it. */
export function leavesView(name: ViewName, { published, review }: Decision): boolean {
  switch (name) {
    case 'inbox':
      return review !== null
    case 'held':
      return review !== 'held'
    case 'published':
      return published === false
    case 'unpublished':
      return published === true
    case 'all':
    case 'problems':
      return false
    default:
      return assertNever(name)
  }
}
