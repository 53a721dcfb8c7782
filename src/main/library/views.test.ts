import { chmod, link, rm, symlink } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { SavedView } from '#shared/library/saved-view'
import { aFolder } from '../../../test/a-folder'
import { aLibrary, until } from '../../../test/a-library'

const files = { 'a.md': '---\ntitle: Tides\n---\n' }
const climate: SavedView = { name: 'Climate desk', query: 'topic:Climate' }
const add = { was: null, view: climate, before: null }

it('keeps views in storydesk.yml, tells every window, and writes nothing else', async () => {
  const { library, text } = await aLibrary(files)
  const views = () => library.snapshot().state.views

  expect(await library.changeView(add)).toEqual({ ok: true, value: null })
  expect(views()).toEqual([climate])
  expect(await text('storydesk.yml')).toBe(
    'views:\n  - name: Climate desk\n    query: topic:Climate\n'
  )

  const renamed = { ...climate, name: 'Climate' }
  await library.changeView({ was: climate, view: renamed, before: null })
  expect(views()).toEqual([renamed])
  await library.changeView({ was: renamed, view: null, before: null })
  expect(views()).toEqual([])
  expect(await text('a.md')).toBe(files['a.md'])
})

it('does one change after the other, and none twice', async () => {
  const { library } = await aLibrary(files)
  const names = ['One', 'Two', 'Three', 'one']

  const done = await Promise.all(
    names.map((name) => library.changeView({ ...add, view: { ...climate, name } }))
  )

  expect(done.map(({ ok }) => ok)).toEqual([true, true, true, false])
  expect(library.snapshot().state.views?.map(({ name }) => name)).toEqual(['One', 'Two', 'Three'])
})

it('follows the views when somebody else changes the file, and says which cannot hold', async () => {
  const { library, write, path } = await aLibrary(files)
  const names = () => library.snapshot().state.views?.map(({ name }) => name)
  const shows = (...wanted: string[]) => until(library, () => String(names()) === String(wanted))

  await write(
    'storydesk.yml',
    [
      'views:',
      '  - {name: Late, query: date>=2026-03}',
      '  - name: Broken',
      '    query: quality>=high',
      '  - name: late',
      '    query: x',
      '  - name: Odd',
      '    query: x',
      '    sort: -weight',
      '  - name: Long lists',
      '    query: related>20',
      '    group: topic',
      ''
    ].join('\n')
  )
  await shows('Late', 'Long lists')
  expect(library.snapshot().state.settingsProblems).toMatchObject([
    { line: 3, message: expect.stringMatching(/^views: number 2: query: .*It is left out\.$/) },
    { line: 5, message: expect.stringMatching(/^views: number 3: .*twice/) },
    { line: 7, message: expect.stringMatching(/^views: number 4: sort: There is no such order\./) }
  ])

  await library.changeView(add)
  await shows('Late', 'Long lists', 'Climate desk')
  await rm(path('storydesk.yml'))
  await until(library, () => names()?.length === 0)
})

it('refuses a file that it cannot write safely, and leaves it as it is', async () => {
  const outside = await aFolder({ 'settings.yml': 'stories: [a.md]\n' })
  const { library, path, write, text } = await aLibrary(files)
  const reason = async () => {
    const done = await library.changeView(add)
    return done.ok ? null : done.error
  }

  await symlink(outside.path('settings.yml'), path('storydesk.yml'))
  expect(await reason()).toMatchObject({ code: 'disk', reason: expect.stringMatching(/link out/) })
  expect(await outside.text('settings.yml')).toBe('stories: [a.md]\n')

  await rm(path('storydesk.yml'))
  await write('storydesk.yml', 'stories: ["*.md"]\n')
  await link(path('storydesk.yml'), path('other.yml'))
  expect(await reason()).toMatchObject({ code: 'disk', reason: expect.stringMatching(/hard link/) })

  await rm(path('other.yml'))
  await chmod(path('storydesk.yml'), 0o444)
  expect(await reason()).toMatchObject({ code: 'disk', reason: 'the file is read-only' })
  expect(await text('storydesk.yml')).toBe('stories: ["*.md"]\n')
})
