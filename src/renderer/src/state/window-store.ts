import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LinkKey } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import type { Prefix } from './commands-going'

/** A way to look at the open story. */
export type StoryTab = 'story' | 'preview' | 'source' | 'history'

/** What is open above the desk. */
export type WindowState = {
  readonly dialog:
    | 'none'
    | 'open-folder'
    | 'shortcuts'
    | 'palette'
    | 'move-link'
    | 'take-link'
    | 'compare-links'
    | 'compare-stories'
    | 'insights'
    | 'changes'
    | 'git-changes'
    | 'settings'
    | 'diagnostics'
  /** On a narrow window the story lies over the list; elsewhere this changes nothing. */
  readonly showsStory: boolean
  readonly tab: StoryTab
  /** Whether the fields below the main ones are shown where they do not stand open anyway. */
  readonly showsMore: boolean
  /** The link that had the focus last; it may be gone by now. `null`: none had. */
  readonly atLink: { readonly story: StoryId; readonly link: LinkKey } | null
  /** A key that waits for the next one; `null`: none does. */
  readonly prefix: Prefix | null
  /** Whether the menu of filters is open. */
  readonly addsFilter: boolean
}

export type WindowStore = StoreApi<WindowState>

export const createWindowStore = (): WindowStore =>
  createStore<WindowState>(() => ({
    dialog: 'none',
    showsStory: false,
    tab: 'story',
    showsMore: false,
    atLink: null,
    prefix: null,
    addsFilter: false
  }))
