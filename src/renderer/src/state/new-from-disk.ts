import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Transport } from '#shared/contract/contract'
import type { LinkKey } from '#shared/story/story'
import type { Version } from '#shared/story/story-id'
import type { Details } from './detail-store'

/** The links of the open story that another program added while it was open, until they are seen. */
export type NewFromDisk = {
  readonly store: StoreApi<ReadonlySet<LinkKey>>
  /** The editor stands on this link. */
  readonly see: (link: LinkKey) => void
}

const NONE: ReadonlySet<LinkKey> = new Set()

/** Compares what is read of the open story with what was shown, and keeps what came with a change from disk. */
export function createNewFromDisk(
  transport: Pick<Transport, 'subscribe'>,
  details: StoreApi<Details>
): NewFromDisk {
  const store = createStore<ReadonlySet<LinkKey>>(() => NONE)
  /** What the other program wrote last, and what came last; either may be known first. */
  let written: Version | null = null
  let came: { readonly version: Version; readonly links: readonly LinkKey[] } | null = null

  function settle(): void {
    if (came === null || came.version !== written) return
    const { links } = came
    came = null
    if (links.length > 0) store.setState((known) => new Set([...known, ...links]), true)
  }

  transport.subscribe(({ source, saved }) => {
    const open = details.getState().detail?.story.id
    const story = source === 'disk' ? saved.find(({ id }) => id === open) : undefined
    if (story === undefined) return
    written = story.version
    settle()
  })
  details.subscribe(({ detail }, { detail: last }) => {
    if (detail === null || last === null || detail.story.id !== last.story.id) {
      written = null
      came = null
      if (store.getState().size > 0) store.setState(NONE, true)
      return
    }
    if (detail === last || detail.story.version === last.story.version) return
    const known = new Set(last.links.map(({ key }) => key))
    const links = detail.links.map(({ key }) => key).filter((key) => !known.has(key))
    came = { version: detail.story.version, links }
    settle()
  })

  return {
    store,
    see(link) {
      const links = store.getState()
      if (links.has(link)) store.setState(new Set([...links].filter((key) => key !== link)), true)
    }
  }
}
