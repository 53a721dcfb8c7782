import { createLibrary } from '../src/main/library/library'
import { createLog } from '../src/main/log'
import type { StoryId } from '../src/shared/story/story-id'

/** A process that raises the quality of `a.md` by one again and again, and tells of every save, until it is killed. */
const [folder = '', appData = ''] = process.argv.slice(2)
const library = createLibrary({ log: createLog(() => {}), appData })
await library.open(folder)
await library.opened()
for (;;) {
  const quality = library.snapshot().stories[0]?.quality ?? 0
  const change = { kind: 'set', field: 'quality', was: quality, value: quality + 1 } as const
  const saved = await library.change('a.md' as StoryId, change, null)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  process.send?.(quality + 1)
}
