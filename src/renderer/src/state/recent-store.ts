import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LibraryStore } from './library-store'

/** A folder that was open here before, with what it held then. */
export type RecentFolder = {
  readonly folder: string
  readonly stories: number
  readonly problems: number
}

export type RecentStore = StoreApi<{ readonly folders: readonly RecentFolder[] }>

const KEY = 'storydesk.recent'
const MOST = 6

/** The folders that were open last, newest first, remembered on this computer. */
export function createRecentStore(storage: Storage, library: LibraryStore): RecentStore {
  const store = createStore(() => ({ folders: readFolders(storage) }))
  library.subscribe(({ state, stories }, last) => {
    if (state.phase !== 'open' || (stories === last.stories && state.phase === last.state.phase))
      return
    const { folders } = store.getState()
    const problems = [...stories.values()].filter(({ problem }) => problem !== null).length
    const opened = { folder: state.folder, stories: stories.size, problems }
    const rest = folders.filter(({ folder }) => folder !== opened.folder)
    store.setState({ folders: [opened, ...rest].slice(0, MOST) })
  })
  store.subscribe(({ folders }) => {
    try {
      storage.setItem(KEY, JSON.stringify(folders))
    } catch {
      // Without storage there are no recent folders, and nothing else is lost.
    }
  })
  return store
}

function readFolders(storage: Storage): readonly RecentFolder[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isFolder).slice(0, MOST) : []
  } catch {
    return []
  }
}

const isFolder = (value: unknown): value is RecentFolder => {
  const { folder, stories, problems } = (value ?? {}) as { readonly [key: string]: unknown }
  return typeof folder === 'string' && typeof stories === 'number' && typeof problems === 'number'
}
