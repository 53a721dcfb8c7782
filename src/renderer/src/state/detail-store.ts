import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Transport } from '#shared/contract/contract'
import type { StoryDetail } from '#shared/story/story'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import type { LibraryStore } from './library-store'
import { isGone } from './unsaved'
import type { ViewStore } from './view-store'

export type Details = {
  /** The open story whole; `null` while it is being read for the first time. It may be one change behind its row. */
  readonly detail: StoryDetail | null
  readonly error: StoryError | null
}

export type DetailStore = {
  readonly store: StoreApi<Details>
  /** Reads the open story again. @returns once what it says now is shown. */
  readonly reread: (id: StoryId) => Promise<void>
  /** One story whole as it is now, open or not; `null` if it cannot be read. */
  readonly read: (id: StoryId) => Promise<StoryDetail | null>
}

/** Keeps the open story whole: read when it is opened, and again when its row has a new version. */
export function createDetailStore(
  transport: Transport,
  library: LibraryStore,
  view: ViewStore
): DetailStore {
  const store = createStore<Details>(() => ({ detail: null, error: null }))
  let asked = 0
  let shown = 0

  async function reread(id: StoryId): Promise<void> {
    asked += 1
    const mine = asked
    const result = await transport.call('story.read', { id }).catch(() => null)
    // A later question may be answered first; a broken connection brings a new snapshot anyway.
    if (result === null || mine < shown || view.getState().current !== id) return
    shown = mine
    store.setState(({ detail }) =>
      result.ok
        ? { detail: result.value, error: null }
        : // A folder that is away takes nothing from the screen.
          {
            detail: isGone(result.error) && detail?.story.id === id ? detail : null,
            error: result.error
          }
    )
  }

  view.subscribe(({ current }, last) => {
    if (current === last.current) return
    store.setState({ detail: null, error: null })
    if (current !== null) void reread(current)
  })
  library.subscribe((next, last) => {
    const { current } = view.getState()
    if (current === null) return
    const row = next.stories.get(current)
    const isNew = row?.version !== last.stories.get(current)?.version
    const isOpened = next.state.phase === 'open' && last.state.phase !== 'open'
    const cameBack = isOpened || (next.connected && !last.connected)
    if (row !== undefined && (isNew || cameBack)) void reread(current)
  })

  return {
    store,
    reread,
    async read(id) {
      const result = await transport.call('story.read', { id }).catch(() => null)
      return result?.ok ? result.value : null
    }
  }
}
