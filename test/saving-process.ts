import { createLibrary } from '../src/main/library/library'
import { createLog } from '../src/main/log'
import type { StoryId } from '../src/shared/story/story-id'

/** A process that raises the quality of `a.md` by one, so many times, and tells of every save, until it is killed. */
const [folder = '', appData = '', most = ''] = process.argv.slice(2)
setInterval(() => {}, 1000) // then it waits
const library = createLibrary({ log: createLog(() => {}), appData })
await library.open(folder)
await library.opened()
for (let saves = 0; saves < Number(most); saves += 1) {
  const quality = library.snapshot().stories[0]?.quality ?? 0
  const change = { kind: 'set', field: 'quality', was: quality, value: quality + 1 } as const
  const saved = await library.change('a.md' as StoryId, change, null)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  process.send?.(quality + 1)
}
