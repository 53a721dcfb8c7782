import type { StoryTab } from '../../state/window-store'

/** The tabs in their order. */
export const STORY_TABS: readonly { readonly tab: StoryTab; readonly words: string }[] = [
  { tab: 'story', words: 'Story' },
  { tab: 'preview', words: 'Preview' },
  { tab: 'source', words: 'Source' },
  { tab: 'history', words: 'History' }
]

/** What a tab and its panel know each other by. */
export const tabId = (tab: StoryTab): string => `story-tab-${tab}`
export const STORY_PANEL = 'story-panel'
