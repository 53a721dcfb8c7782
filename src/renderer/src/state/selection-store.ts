import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ListStore } from './list-store'
import { noSelection, type Selection, within } from './selection'

export type SelectionStore = StoreApi<Selection>

/** What is chosen in the list. A story that leaves the list is no longer chosen: nobody would see that it is. */
export function createSelectionStore(list: ListStore): SelectionStore {
  const store = createStore<Selection>(() => noSelection)
  list.subscribe(({ rows }, last) => {
    if (rows !== last.rows) store.setState((selection) => within(selection, rows))
  })
  return store
}
