import type { LibraryStore } from './library-store'
import type { ListStore } from './list-store'
import type { Voice } from './notice-store'
import { rowTitle } from './story-words'
import type { ViewStore } from './view-store'

/** Sees to it that a story is open as soon as there is one, and that the next one is when its file goes away. */
export function keepCurrent(
  library: LibraryStore,
  view: ViewStore,
  list: ListStore,
  voice: Voice
): void {
  function openFirst(): void {
    const [first] = list.getState().rows
    if (first !== undefined && library.getState().app === 'ready') {
      view.setState({ current: first.id })
    }
  }

  list.subscribe((next, last) => {
    const { current } = view.getState()
    if (current === null) return openFirst()
    if (library.getState().stories.has(current) || library.getState().app !== 'ready') return
    const index = last.rows.findIndex(({ id }) => id === current)
    const lost = last.rows[index]
    const follower = next.rows[Math.min(Math.max(index, 0), next.rows.length - 1)]
    view.setState({ current: follower?.id ?? null })
    if (lost !== undefined && next.stories.length > 0) {
      voice.notify({
        kind: 'done',
        fact: `${rowTitle(lost)} is gone.`,
        detail: 'Its file was removed or renamed on disk.'
      })
    }
  })
  library.subscribe((next, last) => {
    if (next.app !== last.app && view.getState().current === null) openFirst()
  })
}
