import { realpath } from 'node:fs/promises'
import type { StoryId } from '#shared/story/story-id'
import { codeOf } from './library/disk'
import { isInside, pathOf } from './library/story-files'

type StoryRevealerParts = {
  /** The library that is open; empty if none is. */
  readonly libraryFolder: () => string
  /** Shows a file among its neighbours, in the system's own file manager. Nothing is opened. */
  readonly show: (path: string) => void
}

/** Shows stories in the system's file manager. @returns whether the story's file is there, inside the library. */
export const createStoryRevealer =
  ({ libraryFolder, show }: StoryRevealerParts) =>
  async (id: StoryId): Promise<boolean> => {
    const folder = libraryFolder()
    if (folder === '') return false
    try {
      const root = await realpath(folder)
      const path = await realpath(pathOf(root, id))
      if (!isInside(root, path)) return false
      show(path)
      return true
    } catch (cause) {
      if (codeOf(cause) === null) throw cause
      return false
    }
  }
