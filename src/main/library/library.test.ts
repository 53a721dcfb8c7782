import { mkdir, rename, rm, symlink } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { aLibrary, id, idsIn, silent, storyEvents, storyIn, until } from '../../../test/a-library'
import { applyEvent, type LibraryEvent } from '../../shared/library/library-state'
import { createLibrary } from './library'

const TIDES = '---\ntitle: Tides\nquality: 52\npublished: true\n---\n'
const RIVERS = '---\ntitle: Rivers\nquality: 40\n---\n'

function aClosedLibrary() {
  const library = createLibrary({ log: silent, appData: null })
  onTestFinished(() => library.close())
  return library
}

it('lists the stories of a folder with what its site says', async () => {
  const { library, folder } = await aLibrary({
    '_news/tides.md': TIDES,
    '_news/broken.md': '---\ntitle: "Tides\n---\n',
    'README.md': '# No front matter\n',
    '_config.yml': 'url: https://news.example\n',
    '_data/topics/a.yaml': 'name: Rivers\n'
  })

  const { state } = library.snapshot()

  expect(idsIn(library)).toEqual(['_news/broken.md', '_news/tides.md'])
  expect(storyIn(library, '_news/tides.md')).toMatchObject({ title: 'Tides', quality: 52 })
  expect(storyIn(library, '_news/broken.md')?.problem).not.toBeNull()
  expect(state).toEqual({
    phase: 'open',
    folder,
    unreadable: [],
    progress: { read: 3, total: 3 },
    undo: null,
    redo: null,
    bulk: null,
    watching: 'events',
    site: { url: 'https://news.example', baseurl: '' },
    settingsProblems: [],
    views: [],
    quality: { least: 0, most: 1000, presets: [20, 50, 80, 110, 140] },
    remotePictures: true,
    patterns: [],
    vocabulary: ['Rivers']
  })
})

it('opens an empty folder', async () => {
  const { library } = await aLibrary({})

  expect(library.snapshot()).toMatchObject({ state: { phase: 'open' }, stories: [] })
})

it('tells its rows in numbered events that add up to the snapshot', async () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`_news/${n}.md`, TIDES]))
  const { folder } = await aFolder(files)
  const library = aClosedLibrary()
  const events: LibraryEvent[] = []
  library.events.subscribe((event) => events.push(event))

  await library.open(folder)
  await library.opened()

  const rows = events.reduce(applyEvent, new Map())
  expect([...rows.values()]).toEqual(library.snapshot().stories)
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, n) => n + 1))
  expect(events.at(-1)?.revision).toBe(library.snapshot().revision)
})

it('refuses a folder that is missing or a file, and keeps the open one', async () => {
  const { library, path, folder } = await aLibrary({ 'tides.md': TIDES })

  expect(await library.open(path('missing'))).toEqual({
    ok: false,
    error: { code: 'missing', folder: path('missing') }
  })
  expect(await library.open(path('tides.md'))).toEqual({
    ok: false,
    error: { code: 'not-a-folder', folder: path('tides.md') }
  })
  expect(library.snapshot().state).toMatchObject({ phase: 'open', folder })
})

it('takes the rows of one folder away before those of the next one come', async () => {
  const { library } = await aLibrary({ 'tides.md': TIDES })
  const next = await aFolder({ 'rivers.md': RIVERS })
  const events = storyEvents(library)

  await library.open(next.folder)
  await library.opened()

  expect(events[0]?.removed).toEqual(['tides.md'])
  expect(idsIn(library)).toEqual(['rivers.md'])
})

it('reads a story only by an id that it has listed', async () => {
  const outside = await aFolder({ 'secret.md': TIDES })
  const { library, path } = await aLibrary({ 'tides.md': TIDES, 'notes.md': 'no front matter' })
  await symlink(outside.path('secret.md'), path('link.md'))
  await library.refresh()

  for (const unknown of ['nowhere.md', 'notes.md', 'link.md', '../secret.md', 'TIDES.md']) {
    expect(await library.read(id(unknown))).toEqual({
      ok: false,
      error: { code: 'not-found', id: unknown }
    })
  }
  expect(await library.read(id('tides.md'))).toMatchObject({
    ok: true,
    value: { story: { title: 'Tides' }, data: { quality: 52 } }
  })
})

it('does not follow a story that became a link out of the library', async () => {
  const outside = await aFolder({ 'secret.md': TIDES })
  const { library, path } = await aLibrary({ 'tides.md': TIDES })
  await rm(path('tides.md'))
  await symlink(outside.path('secret.md'), path('tides.md'))

  const change = { kind: 'set', field: 'quality', was: 52, value: 80 } as const
  expect(await library.read(id('tides.md'))).toMatchObject({ ok: false })
  expect(await library.change(id('tides.md'), change, null)).toMatchObject({ ok: false })
  expect(await outside.text('secret.md')).toBe(TIDES)
})

it('says that its folder is away, keeps the rows, and recovers when it is back', async () => {
  const { library, folder, write } = await aLibrary({ 'tides.md': TIDES })
  const elsewhere = await aFolder()
  await rename(folder, elsewhere.path('moved'))
  await until(library, ({ state }) => state.phase === 'away')

  const change = { kind: 'set', field: 'quality', was: 52, value: 80 } as const
  expect(idsIn(library)).toEqual(['tides.md'])
  expect(await library.change(id('tides.md'), change, null)).toMatchObject({
    ok: false,
    error: { code: 'disk' }
  })

  await rename(elsewhere.path('moved'), folder)
  await write('rivers.md', RIVERS)
  await until(library, ({ state, stories }) => state.phase === 'open' && stories.length === 2)
  expect(await library.change(id('tides.md'), change, null)).toMatchObject({ ok: true })
})

it('closes at any moment', async () => {
  const files = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${n}.md`, TIDES]))
  const { folder } = await aFolder(files)
  const library = aClosedLibrary()

  await library.open(folder)
  await library.close()

  expect(library.snapshot()).toMatchObject({ state: { phase: 'closed' }, stories: [] })
  expect(await library.read(id('0.md'))).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(await library.undo()).toBeNull()
})

it('does not change anything in a folder by opening it', async () => {
  const { folder, path } = await aFolder({ 'tides.md': TIDES })
  await mkdir(path('empty'))
  const library = aClosedLibrary()
  const { statSync, readdirSync } = await import('node:fs')
  const seen = () => [folder, path('tides.md'), path('empty')].map((p) => statSync(p).ctimeMs)
  const before = seen()

  await library.open(folder)
  await library.opened()
  await library.refresh()

  expect(seen()).toEqual(before)
  expect(readdirSync(folder).sort()).toEqual(['empty', 'tides.md'])
})
