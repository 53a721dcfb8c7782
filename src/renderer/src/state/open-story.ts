import type { StoryId } from '#shared/story/story-id'

/** Which story of a library was open last in this tab, so that it is open again after a reload. */
export type OpenStory = {
  readonly recall: (folder: string) => StoryId | null
  readonly keep: (folder: string, id: StoryId) => void
}

/** What cannot be kept or read costs the memory, nothing else. */
export function createOpenStory(storage: Storage): OpenStory {
  return {
    recall(folder) {
      try {
        return storage.getItem(keyOf(folder)) as StoryId | null
      } catch {
        return null
      }
    },
    keep(folder, id) {
      try {
        storage.setItem(keyOf(folder), id)
      } catch {
        // A full or forbidden storage: a reload opens the first story.
      }
    }
  }
}

const keyOf = (folder: string): string => `storydesk.open ${folder}`
