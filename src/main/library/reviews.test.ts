import { readFile, rename, rm, writeFile } from 'node:fs/promises'
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

it('reads what can be read when some of it is damaged, and puts aside what cannot be read at all', async () => {
  const { folder, path } = await aFolder()
  await writeFile(path('reviews.json'), '[["a.md","held"],["b.md","starred"],7]')

  expect([...(await openReviews(folder, silent)).all()]).toEqual([['a.md', 'held']])

  const torn = '[["a.md","held"],["b.md","revi'
  await writeFile(path('reviews.json'), torn)
  const reviews = await openReviews(folder, silent)
  reviews.set([{ id: id('c.md'), review: 'held' }])
  await reviews.idle()

  expect(await readFile(path('reviews.json.damaged'), 'utf8')).toBe(torn)
  expect(await readFile(path('reviews.json'), 'utf8')).toBe('[["c.md","held"]]')
})

it('keeps what two Storydesks say about one library', async () => {
  const appData = await aFolder()
  const files = { 'a.md': TIDES, 'b.md': TIDES, 'c.md': TIDES }
  const { library, folder } = await aLibrary(files, appData.folder)
  await library.review([id('c.md')], 'held')
  const other = await anotherLibrary(folder, appData.folder)

  await Promise.all([
    library.review([id('a.md')], 'reviewed'),
    other.review([id('b.md')], 'held'),
    other.review([id('c.md')], null)
  ])
  await library.review([id('a.md')], 'held')

  const { reviews } = (await anotherLibrary(folder, appData.folder)).snapshot()
  expect(new Set(reviews)).toEqual(
    new Set([
      { id: 'a.md', review: 'held' },
      { id: 'b.md', review: 'held' }
    ])
  )
})

it('tells stories of the same bytes apart by their names when their folder is renamed', async () => {
  const { library, path } = await aLibrary({ 'x/a.md': TIDES, 'x/b.md': TIDES, 'x/c.md': TIDES })
  await library.review([id('x/a.md')], 'held')
  await library.review([id('x/b.md')], 'reviewed')

  await rename(path('x'), path('y'))
  await until(library, ({ reviews }) => reviews?.every((one) => one.id.startsWith('y/')) === true)

  expect(new Set(library.snapshot().reviews)).toEqual(
    new Set([
      { id: 'y/a.md', review: 'held' },
      { id: 'y/b.md', review: 'reviewed' }
    ])
  )
})

it('follows a story that is deleted and comes back under another name a moment later', async () => {
  const { library, path, write } = await aLibrary({ 'a.md': TIDES })
  await library.review([id('a.md')], 'held')
  const looked = new Promise<void>((done) => {
    const stop = library.events.subscribe(({ saved }) => {
      if (!saved.some((story) => story.id === 'z.md')) return
      stop()
      done()
    })
  })
  await rm(path('a.md'))
  await write('z.md', TIDES.replace('Tides', 'Rivers')) // when it shows, the deletion was seen, too
  await looked

  await write('b.md', TIDES)
  await until(library, ({ stories }) => stories.every((story) => story.id !== 'a.md'))

  expect(library.snapshot().reviews).toEqual([{ id: 'b.md', review: 'held' }])
})

it('follows stories that were renamed while no Storydesk ran, with their steps and versions', async () => {
  const appData = await aFolder()
  const { library, folder, path, text } = await aLibrary({ 'x/a.md': TIDES }, appData.folder)
  await library.review([id('x/a.md')], 'held')
  const change = { kind: 'set', field: 'title', was: 'Tides', value: 'Rivers' } as const
  await library.change(id('x/a.md'), change, null)
  await library.close()
  await rename(path('x'), path('y'))

  const again = await anotherLibrary(folder, appData.folder)

  expect(again.snapshot().reviews).toEqual([{ id: 'y/a.md', review: 'held' }])
  expect(await again.versions(id('y/a.md'))).toHaveLength(1)
  expect(await again.undo()).toMatchObject({ stories: ['y/a.md'], failed: [] })
  expect(await text('y/a.md')).toBe(TIDES)
})
