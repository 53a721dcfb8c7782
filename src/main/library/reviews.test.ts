import { rename, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { aLibrary, anotherLibrary, id, silent, until } from '../../../test/a-library'
import { openReviews } from './reviews'

const TIDES = '---\ntitle: Tides\n---\n'

it('remembers reviews across a restart and a rename, and tells every window', async () => {
  const appData = await aFolder()
  const { library, folder, path, text } = await aLibrary(
    { 'a.md': TIDES, 'b.md': TIDES.replace('Tides', 'Rivers') },
    appData.folder
  )
  const told: unknown[] = []
  library.events.subscribe(({ reviewed }) => told.push(...(reviewed ?? [])))

  await library.review([id('a.md'), id('b.md'), id('gone.md')], 'held')
  await library.review([id('b.md')], null)
  await library.review([id('b.md')], null)
  await rename(path('a.md'), path('c.md'))
  await until(library, ({ stories }) => stories.some((story) => story.id === 'c.md'))

  expect(told).toEqual([
    { id: 'a.md', review: 'held' },
    { id: 'b.md', review: 'held' },
    { id: 'b.md', review: null },
    { id: 'a.md', review: null },
    { id: 'c.md', review: 'held' }
  ])
  await library.close()
  const again = await anotherLibrary(folder, appData.folder)
  expect(again.snapshot().reviews).toEqual([{ id: 'c.md', review: 'held' }])
  expect(await text('c.md')).toBe(TIDES)
})

it('starts with none when what was kept is damaged', async () => {
  const { folder, path } = await aFolder()
  await writeFile(path('reviews.json'), '[["../a.md","held"]]')

  expect((await openReviews(folder, silent)).all().size).toBe(0)
})
