import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { StoryId } from '#shared/story/story-id'

/** The outermost folders below the library that hold stories and are repositories of their own, such as submodules. */
export function foldersApart(root: string, stories: readonly StoryId[]): readonly string[] {
  const known = new Map<string, string | null>([['', null]])
  const around = (path: string): string | null => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    let found = known.get(folder)
    if (found === undefined) {
      found = around(folder) ?? (existsSync(join(root, folder, '.git')) ? folder : null)
      known.set(folder, found)
    }
    return found
  }
  const found = stories.flatMap((id) => around(id) ?? [])
  return [...new Set(found)].sort()
}
