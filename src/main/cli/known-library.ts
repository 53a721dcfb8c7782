import type { StoryAndLinks } from '../related/known-story'
import type { Context } from './command'
import knownWorker from './known-worker?modulePath'
import { scanLibrary } from './scan-library'

/** All stories of a library with their links, in the order of their paths. */
export type KnownLibrary = {
  readonly stories: readonly StoryAndLinks[]
  /** Whether a file or a folder inside could not be read; the person has been told. */
  readonly isPartial: boolean
}

/**
 * Reads a library for suggestions and duplicates.
 *
 * @returns `null` if the folder cannot be read; the person has been told why.
 * @throws {WrongUse} if the folder is missing among the arguments.
 */
export async function knownLibrary(
  folder: string | undefined,
  context: Context
): Promise<KnownLibrary | null> {
  const scan = await scanLibrary<null, StoryAndLinks>(
    { folder, module: knownWorker, questionFor: () => null },
    context
  )
  if (scan === null) return null
  const stories = scan.answers.toSorted((a, b) => (a.story.id < b.story.id ? -1 : 1))
  return { stories, isPartial: scan.isPartial }
}
