import { createStore, type StoreApi } from 'zustand/vanilla'

/** A way to look at the open story. */
export type StoryTab = 'story' | 'preview' | 'source' | 'history'

/** What is open above the desk. */
export type WindowState = {
  readonly dialog: 'none' | 'open-folder' | 'shortcuts' | 'palette'
  /** On a narrow window the story lies over the list; elsewhere this changes nothing. */
  readonly showsStory: boolean
  readonly tab: StoryTab
  /** Whether the fields below the main ones are shown where they do not stand open anyway. */
  readonly showsMore: boolean
}

export type WindowStore = StoreApi<WindowState>

export const createWindowStore = (): WindowStore =>
  createStore<WindowState>(() => ({
    dialog: 'none',
    showsStory: false,
    tab: 'story',
    showsMore: false
  }))
