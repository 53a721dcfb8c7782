import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Transport } from '#shared/contract/contract'
import type { LibraryEvent } from '#shared/library/library-state'
import type { StoryId } from '#shared/story/story-id'
import type { ViewStore } from './view-store'

/** The stories that other programs changed since the editor had them open, or since the desk was opened. */
export type ChangedOutsideStore = StoreApi<ReadonlySet<StoryId>>

/**
 * Notes what other programs change behind the editor's back: not the open story, and not one that is new. To open a
 * story takes its mark away.
 *
 * @param isKnown whether a story was there before; asked before the event reaches those who subscribed later.
 */
export function createChangedOutside(
  transport: Pick<Transport, 'subscribe'>,
  view: ViewStore,
  isKnown: (id: StoryId) => boolean
): ChangedOutsideStore {
  const store: ChangedOutsideStore = createStore(() => NONE)

  transport.subscribe((event) => {
    const last = store.getState()
    const { current } = view.getState()
    const next = new Set(last)
    for (const { from, to } of event.renamed ?? []) if (last.has(from)) next.add(to)
    for (const id of changedBy(event)) if (id !== current && isKnown(id)) next.add(id)
    for (const id of event.removed) next.delete(id)
    // Marks only ever come and go one by one, so an equal size means that nothing did.
    if (next.size !== last.size || event.removed.some((id) => last.has(id))) {
      store.setState(next, true)
    }
  })
  view.subscribe(({ current }) => {
    const marked = store.getState()
    if (current === null || !marked.has(current)) return
    store.setState(new Set([...marked].filter((id) => id !== current)), true)
  })
  return store
}

const NONE: ReadonlySet<StoryId> = new Set()

const changedBy = ({ source, saved, state }: LibraryEvent): readonly StoryId[] =>
  source === 'disk' && state.phase === 'open' ? saved.map(({ id }) => id) : []
