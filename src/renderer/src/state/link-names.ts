import type { LinkKey } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import type { DetailStore } from './detail-store'
import { keyUnder } from './link-ops'

/** Links are named by their address, so one that gets another address goes on under another key. */
export type LinkNames = {
  /** The key that a link has once it has this address. */
  readonly keyAfter: (id: StoryId, link: LinkKey, address: string) => LinkKey
  /** Resolves once the links of the story are shown as they are saved. */
  readonly reread: (id: StoryId) => Promise<void>
}

export const linkNames = (details: DetailStore): LinkNames => ({
  keyAfter(id, link, address) {
    const { detail } = details.store.getState()
    return keyUnder(detail?.story.id === id ? detail.links : [], link, address)
  },
  reread: details.reread
})
