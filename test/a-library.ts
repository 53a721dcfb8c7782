import { onTestFinished } from 'vitest'
import { createLibrary, type Library } from '../src/main/library/library'
import { createLog } from '../src/main/log'
import type { LibraryEvent, LibrarySnapshot } from '../src/shared/library/library-state'
import type { Story } from '../src/shared/story/story'
import type { StoryId } from '../src/shared/story/story-id'
import { aFolder } from './a-folder'

/** Longer than any honest machine needs; a test that gets here has failed. */
const PATIENCE_MS = 20_000

export const silent = createLog(() => {})

/** A library that is open and completely read, closed when the test ends. */
export async function aLibrary(
  files: Readonly<Record<string, string | Uint8Array>>,
  appData: string | null = null
) {
  const folder = await aFolder(files)
  const library = createLibrary({ log: silent, appData })
  onTestFinished(() => library.close())
  await library.open(folder.folder)
  await library.opened()
  return { library, ...folder, story: (id: string) => storyIn(library, id) }
}

/** Another Storydesk on the same folder, or the same one after a restart. */
export async function anotherLibrary(folder: string, appData: string | null) {
  const library = createLibrary({ log: silent, appData })
  onTestFinished(() => library.close())
  await library.open(folder)
  await library.opened()
  return library
}

export const storyIn = (library: Library, id: string): Story | undefined =>
  library.snapshot().stories.find((story) => story.id === id)

export const idsIn = (library: Library): readonly string[] =>
  library
    .snapshot()
    .stories.map(({ id }) => id)
    .sort()

/** What the library tells of its stories from now on. What the checks find comes by itself when they are done. */
export function storyEvents(library: Library): readonly LibraryEvent[] {
  const events: LibraryEvent[] = []
  library.events.subscribe((event) => {
    if (event.saved.length > 0 || event.removed.length > 0) events.push(event)
  })
  return events
}

/** Resolves when the library's snapshot is as wanted, now or after one of its events. */
export async function until(
  library: Library,
  isWanted: (snapshot: LibrarySnapshot) => boolean
): Promise<void> {
  let stop = (): void => {}
  let timer: NodeJS.Timeout | undefined
  const wanted = new Promise<void>((done, fail) => {
    const check = () => {
      if (isWanted(library.snapshot())) done()
    }
    stop = library.events.subscribe(check)
    timer = setTimeout(() => fail(new Error(`Never happened: ${isWanted}`)), PATIENCE_MS)
    check()
  })
  await wanted.finally(() => {
    stop()
    clearTimeout(timer)
  })
}

export const id = (path: string): StoryId => path as StoryId
