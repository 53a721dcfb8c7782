import type { StoreApi } from 'zustand/vanilla'
import type { List } from './list-store'
import type { Voice } from './notice-store'
import { countOf } from './story-words'
import type { ViewStore } from './view-store'

/** Who types a search hears what it finds once it rests. In milliseconds. */
const REST = 700

/** Tells who cannot see the list what a search, a filter or another view made of it, or why a search is not understood. */
export function sayFound(
  view: ViewStore,
  list: StoreApi<Pick<List, 'rows' | 'error'>>,
  voice: Pick<Voice, 'announce' | 'store'>
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  view.subscribe((next, last) => {
    const isSame =
      next.text === last.text && next.filters === last.filters && next.name === last.name
    if (isSame) return
    clearTimeout(timer)
    const { announcement } = voice.store.getState()
    timer = setTimeout(() => {
      // What was done meanwhile is news; the count is not.
      if (announcement !== voice.store.getState().announcement) return
      const { rows, error } = list.getState()
      voice.announce(error?.message ?? countOf(rows.length, 'story', 'stories'))
    }, REST)
  })
}
