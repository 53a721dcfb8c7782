import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RecentFolder, Transport } from '#shared/contract/contract'
import type { LibraryStore } from './library-store'

export type RecentStore = StoreApi<{ readonly folders: readonly RecentFolder[] }>

/** The folders that were open last, newest first; asked for anew whenever another one is opened, or none is. */
export function createRecentStore(transport: Transport, library: LibraryStore): RecentStore {
  const store: RecentStore = createStore(() => ({ folders: [] }))

  async function ask(): Promise<void> {
    const folders = await transport.call('folder.recent', null).catch(() => null)
    // Without an answer there are no recent folders to offer, and nothing else is lost.
    if (folders !== null) store.setState({ folders })
  }

  library.subscribe(({ state: { phase, folder }, connected }, last) => {
    const isNews = phase !== last.state.phase || folder !== last.state.folder
    if (connected && isNews && (phase === 'open' || phase === 'closed')) void ask()
  })
  return store
}
