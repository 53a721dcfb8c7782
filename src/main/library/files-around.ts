import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoryId } from '#shared/story/story-id'
import type { FindingsAnswer } from './findings-worker'

/** Remembers which files besides stories the checks asked for, and for which stories. */
export type FilesAround = {
  /** These stories were looked at. */
  take(ids: readonly StoryId[], answer: Pick<FindingsAnswer, 'files' | 'askers'>): void
  forget(id: StoryId): void
  /** All stories that ask for files, if any of those came or went; else none. */
  whoAsksAgain(): Promise<readonly StoryId[]>
}

/** @param root the library's folder, a real path. */
export function createFilesAround(root: string): FilesAround {
  const files = new Map<string, boolean>()
  const askers = new Set<StoryId>()

  async function isOther([path, wasThere]: readonly [string, boolean]): Promise<boolean> {
    const isThere = await access(join(root, path)).then(
      () => true,
      () => false
    )
    // Nobody may ask for it any more, and then nothing else would take this in.
    files.set(path, isThere)
    return isThere !== wasThere
  }

  return {
    take(ids, answer) {
      for (const id of ids) askers.delete(id)
      for (const id of answer.askers) askers.add(id)
      for (const [path, isThere] of answer.files) files.set(path, isThere)
    },
    forget: (id) => askers.delete(id),
    async whoAsksAgain() {
      if (askers.size === 0) return []
      const others = await Promise.all([...files].map(isOther))
      return others.includes(true) ? [...askers] : []
    }
  }
}
