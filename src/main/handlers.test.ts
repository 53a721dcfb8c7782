import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { usualAppSettings } from '#shared/app-settings'
import { usualSettings } from '#shared/library/settings'
import { ok } from '#shared/result'
import type { SettingsSheet } from '#shared/settings-sheet'
import { aFolder } from '../../test/a-folder'
import { aLibrary, silent, until } from '../../test/a-library'
import { createAppSettings } from './app-settings'
import { BadRequest, dispatch } from './dispatch'
import { createFolderAccess } from './folder-access'
import { createHandlers } from './handlers'
import { listFolders } from './library/list-folder'
import { createRecentFolders } from './recent-folders'

const story = (quality: number) =>
  ['---', 'title: "Tides turn early"', `quality: ${quality} # by the robot`, '---', ''].join('\r\n')
const setQuality = { kind: 'set', field: 'quality', was: 52, value: 80 }

/** An open library, asked as a host asks it: with whatever came over the wire. */
async function anApp() {
  const opened = await aLibrary({ 'tides.md': story(52) })
  const { library, folder } = opened
  const folders = createFolderAccess({
    start: folder,
    roots: () => [folder],
    choose: async () => ({ kind: 'unavailable' }),
    listFolders
  })
  const recent = createRecentFolders(join(folder, '.data'), library, silent)
  const sample = async () => (await aFolder({ 'sample.md': story(1) })).folder
  const appSettings = createAppSettings(join(folder, '.data'), silent)
  const host = {
    showMenu: () => {},
    describe: async () => 'Storydesk',
    newer: async () => null,
    unopened: () => null,
    copy: null,
    reveal: async () => false
  }
  const handlers = createHandlers({ library, folders, recent, sample, appSettings, host })
  const ask = (method: unknown, params: unknown) => dispatch(handlers, method, params)
  return { ...opened, ask }
}

it('answers with the whole library', async () => {
  const { ask, folder } = await anApp()

  expect(await ask('library.open', null)).toMatchObject({
    state: { phase: 'open', folder, undo: null },
    stories: [{ id: 'tides.md', title: 'Tides turn early', quality: 52 }]
  })
})

it('reads one story', async () => {
  const { ask } = await anApp()

  expect(await ask('story.read', { id: 'tides.md' })).toMatchObject({
    ok: true,
    value: { story: { id: 'tides.md' }, data: { quality: 52 } }
  })
  expect(await ask('story.read', { id: 'gone.md' })).toEqual({
    ok: false,
    error: { code: 'not-found', id: 'gone.md' }
  })
})

it('shows the file of a story as it is, with its line ends', async () => {
  const { ask } = await anApp()

  expect(await ask('story.source', { id: 'tides.md' })).toMatchObject({
    ok: true,
    value: { text: story(52), isCut: false }
  })
  expect(await ask('story.source', { id: 'gone.md' })).toMatchObject({
    ok: false,
    error: { code: 'not-found' }
  })
})

it('changes a story, takes that back and makes it again', async () => {
  const { ask, text } = await anApp()

  const reply = await ask('story.change', { id: 'tides.md', change: setQuality, fold: null })
  expect(reply).toMatchObject({ ok: true, value: { id: 'tides.md', quality: 80 } })
  expect(await text('tides.md')).toBe(story(80))

  expect(await ask('history.undo', null)).toMatchObject({ stories: ['tides.md'], failed: [] })
  expect(await text('tides.md')).toBe(story(52))

  expect(await ask('history.redo', null)).toMatchObject({ stories: ['tides.md'], failed: [] })
  expect(await text('tides.md')).toBe(story(80))
  expect(await ask('history.redo', null)).toBeNull()
})

it('looks for outside changes when asked to', async () => {
  const { ask, story: row, write } = await anApp()
  await write('tides.md', story(70))

  expect(await ask('library.refresh', null)).toBeNull()

  expect(row('tides.md')?.quality).toBe(70)
})

it('opens another folder that may be seen, and no other one', async () => {
  const { ask, library, path, write } = await anApp()
  const elsewhere = await aFolder({ 'secret.md': story(1) })
  await write('inner/ferries.md', story(40))

  const refused = await ask('library.switch', { folder: elsewhere.folder })
  expect(refused).toEqual({ ok: false, error: { code: 'outside', folder: elsewhere.folder } })

  expect(await ask('library.switch', { folder: path('inner') })).toEqual(ok(null))
  await until(library, ({ state }) => state.folder === path('inner') && state.phase === 'open')
  expect(library.snapshot().stories.map(({ id }) => id)).toEqual(['ferries.md'])
})

it('lists folders that may be seen, and no other ones', async () => {
  const { ask, folder, write } = await anApp()
  await write('inner/ferries.md', story(40))

  expect(await ask('folder.list', { folder: null })).toEqual(
    ok({ folder, parent: null, folders: ['inner'] })
  )
  expect(await ask('folder.list', { folder: dirname(folder) })).toMatchObject({ ok: false })
  expect(await ask('folder.choose', null)).toEqual({ kind: 'unavailable' })
})

it.each<[name: string, method: unknown, params: unknown]>([
  ['an unknown method', 'library.delete', null],
  ['what every object has', 'hasOwnProperty', null],
  ['a method that is no text', { toString: () => 'library.open' }, null],
  ['params where none belong', 'library.open', {}],
  ['an id that leaves the library', 'story.read', { id: '../tides.md' }],
  ['an id with a backslash that leaves it', 'story.read', { id: '..\\tides.md' }],
  ['an absolute id', 'story.read', { id: '/etc/passwd' }],
  ['an id with a NUL', 'story.read', { id: 'tides.md\0.png' }],
  ['an unknown change', 'story.change', { id: 'tides.md', change: { kind: 'eval' }, fold: null }],
  ['a change without fold', 'story.change', { id: 'tides.md', change: setQuality }]
])('refuses %s', async (_, method, params) => {
  const { ask, text } = await anApp()

  await expect(ask(method, params)).rejects.toThrow(BadRequest)
  expect(await text('tides.md')).toBe(story(52))
})

it('opens the example library, and a folder outside that was open before', async () => {
  const { ask, library, folder } = await anApp()
  const outside = await aFolder({ 'a.md': story(1) })
  const open = () => ask('library.switch', { folder: outside.folder })

  expect(await open()).toMatchObject({ ok: false, error: { code: 'outside' } })
  await library.open(outside.folder)
  await library.opened()
  expect(await ask('library.sample', null)).toEqual({ ok: true, value: null })
  await until(library, ({ stories }) => stories[0]?.id === 'sample.md')
  expect(await open()).toEqual({ ok: true, value: null })
  expect(await ask('folder.recent', null)).toMatchObject([{}, { folder: outside.folder }])
  expect(folder).not.toBe(outside.folder)
})

it('shows all settings, and writes the one that is changed', async () => {
  const { ask, text } = await anApp()
  const sheet = (await ask('settings.read', null)) as SettingsSheet
  expect(sheet.library?.values.quality).toEqual(usualSettings.quality)
  expect(sheet.app.values).toEqual(usualAppSettings)

  const was = sheet.library?.values.quality
  const value = { ...was, most: 300 }
  expect(await ask('settings.change', { name: 'quality', was, value })).toEqual(ok(null))
  expect(await text('storydesk.yml')).toBe('quality:\n  most: 300\n')
  expect(await ask('settings.read', null)).toMatchObject({
    library: { values: { quality: value } }
  })
  expect(await ask('settings.change', { name: 'quality', was, value })).toMatchObject({
    error: { code: 'changed' }
  })
  await ask('settings.change-own', { name: 'updates', value: 'https://desk.example/latest' })
  expect(await ask('settings.read', null)).toMatchObject({
    app: { values: { updates: 'https://desk.example/latest' }, problems: [] }
  })
})

it.each([
  ['a setting of another name', { name: 'views', was: [], value: [] }],
  ['a prototype', { name: '__proto__', was: {}, value: {} }],
  ['a constructor', { name: 'constructor', was: {}, value: null }],
  [
    'what stands beside it',
    { name: 'remotePictures', was: true, value: false, file: '/etc/passwd' }
  ],
  ['another type', { name: 'remotePictures', was: true, value: 'false' }],
  ['too much', { name: 'stories', was: ['a'], value: Array(101).fill('a') }],
  ['a long text', { name: 'topics', was: 'a', value: 'a'.repeat(501) }],
  ['a path outside', { name: 'topics', was: 'a', value: '../a' }],
  ['a field with a line break', { name: 'dates', was: [], value: ['a\nviews: []'] }],
  ['a rule of another name', { name: 'checks', was: {}, value: { 'no-rule': 'off' } }]
])('refuses to change settings to %s', async (_, change) => {
  const { ask, text } = await anApp()

  await expect(ask('settings.change', change)).rejects.toThrow(BadRequest)
  await expect(text('storydesk.yml')).rejects.toThrow('ENOENT')
})

it('takes a prototype for no rule', async () => {
  const { ask, text } = await anApp()
  const value: unknown = JSON.parse('{"__proto__":"off"}')

  expect(await ask('settings.change', { name: 'checks', was: {}, value })).toEqual(ok(null))
  await expect(text('storydesk.yml')).rejects.toThrow('ENOENT')
})

it.each([
  { name: 'localHistory', value: { days: 0, megabytes: 1 } },
  { name: 'localHistory', value: { days: 1, megabytes: 1, path: '/' } },
  { name: '__proto__', value: true },
  { name: 'updates', value: 'http://desk.example/latest' }
])('refuses %j among the settings of this machine', async (change) => {
  const { ask } = await anApp()

  await expect(ask('settings.change-own', change)).rejects.toThrow(BadRequest)
})
