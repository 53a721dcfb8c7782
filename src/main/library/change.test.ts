import { chmod, lstat, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aLibrary, id, storyEvents, until } from '../../../test/a-library'
import type { StoryChange } from '../../shared/story/story-change'

const TIDES = [
  '---',
  'title: "Tides" # kept',
  'quality: 52',
  'published: false',
  'topics:',
  '  - Rivers',
  'related:',
  '- title: One',
  '  webUrl: https://one.example/',
  '- title: Two',
  '  webUrl: https://two.example/',
  '---',
  'Body',
  ''
].join('\r\n')

const setQuality = (was: number, value: number): StoryChange => ({
  kind: 'set',
  field: 'quality',
  was,
  value
})
const TIDES_ID = id('tides.md')

it('writes a change at once, and only its own bytes', async () => {
  const { library, text, story } = await aLibrary({ 'tides.md': TIDES })
  const events = storyEvents(library)

  const result = await library.change(TIDES_ID, setQuality(52, 80), null)

  expect(await text('tides.md')).toBe(TIDES.replace('quality: 52', 'quality: 80'))
  expect(result).toEqual({ ok: true, value: story('tides.md') })
  expect(events).toMatchObject([
    { source: 'desk', saved: [{ quality: 80 }], removed: [], state: { undo: expect.any(String) } }
  ])
})

it('reports its own writes once, not again when the system tells of them', async () => {
  const { library, write } = await aLibrary({ 'tides.md': TIDES, 'other.md': TIDES })
  const events = storyEvents(library)

  await library.change(TIDES_ID, setQuality(52, 80), null)
  await write('other.md', TIDES.replace('52', '9'))
  await until(library, ({ stories }) => stories.some(({ quality }) => quality === 9))
  await library.refresh()

  expect(events.map(({ source, saved }) => [source, saved.map((story) => story.id)])).toEqual([
    ['desk', ['tides.md']],
    ['disk', ['other.md']]
  ])
})

it('writes nothing, and makes no step, when the file says so already', async () => {
  const { library, path } = await aLibrary({ 'tides.md': TIDES })
  const before = await stat(path('tides.md'))

  const result = await library.change(TIDES_ID, setQuality(52, 52), null)

  expect(result).toMatchObject({ ok: true, value: { quality: 52 } })
  expect((await stat(path('tides.md'))).ino).toBe(before.ino)
  expect(library.snapshot().state.undo).toBeNull()
})

it('keeps what another program changed meanwhile in other fields', async () => {
  const { library, write, text } = await aLibrary({ 'tides.md': TIDES })
  await write('tides.md', TIDES.replace('published: false', 'published: true'))

  const result = await library.change(TIDES_ID, setQuality(52, 80), null)

  expect(result).toMatchObject({ ok: true, value: { quality: 80, published: true } })
  expect(await text('tides.md')).toBe(
    TIDES.replace('quality: 52', 'quality: 80').replace('published: false', 'published: true')
  )
})

it('answers a conflict with both values when another program changed the same field', async () => {
  const { library, write, text } = await aLibrary({ 'tides.md': TIDES })
  const theirs = TIDES.replace('quality: 52', 'quality: 60')
  await write('tides.md', theirs)

  const result = await library.change(TIDES_ID, setQuality(52, 80), null)

  expect(result).toEqual({
    ok: false,
    error: { code: 'conflict', id: 'tides.md', field: 'quality', yours: 80, theirs: 60 }
  })
  expect(await text('tides.md')).toBe(theirs)
})

it('makes many changes at once to one story without losing any', async () => {
  const { library, text } = await aLibrary({ 'tides.md': TIDES })
  const topics = Array.from({ length: 20 }, (_, n) => `Topic ${n}`)

  const results = await Promise.all(
    topics.map((topic) =>
      library.change(TIDES_ID, { kind: 'add-topic', topic, before: null }, null)
    )
  )

  expect(results.every(({ ok }) => ok)).toBe(true)
  const written = await text('tides.md')
  for (const topic of topics) expect(written).toContain(`  - ${topic}\r\n`)
})

it('refuses to edit a story that cannot be read, and leaves the file alone', async () => {
  const broken = '---\ntitle: "Tides\nquality: 52\n---\n'
  const { library, text } = await aLibrary({ 'tides.md': broken })

  const result = await library.change(TIDES_ID, setQuality(52, 80), null)

  expect(result).toMatchObject({ ok: false, error: { code: 'problem' } })
  expect(await text('tides.md')).toBe(broken)
})

it('answers a disk error for a file that may not be written', async () => {
  const { library, text, path } = await aLibrary({ 'tides.md': TIDES })
  await chmod(path('tides.md'), 0o444)

  const result = await library.change(TIDES_ID, setQuality(52, 80), null)

  expect(result).toEqual({
    ok: false,
    error: { code: 'disk', id: 'tides.md', reason: 'the file is read-only' }
  })
  expect(await text('tides.md')).toBe(TIDES)
})

it('says that a story is gone that was deleted a moment ago', async () => {
  const { library, path } = await aLibrary({ 'tides.md': TIDES })
  await rm(path('tides.md'))

  expect(await library.change(TIDES_ID, setQuality(52, 80), null)).toEqual({
    ok: false,
    error: { code: 'not-found', id: 'tides.md' }
  })
  await until(library, ({ stories }) => stories.length === 0)
})

it('writes through a link inside the library and keeps the link', async () => {
  const { library, path, text } = await aLibrary({ 'tides.md': TIDES })
  await symlink('tides.md', path('link.md'))
  await library.refresh()

  expect(await library.change(id('link.md'), setQuality(52, 80), null)).toMatchObject({ ok: true })

  expect((await lstat(path('link.md'))).isSymbolicLink()).toBe(true)
  expect(await text('tides.md')).toContain('quality: 80')
  await until(library, ({ stories }) => stories.every(({ quality }) => quality === 80))
})

it('brings back the very bytes, and makes the step again', async () => {
  const { library, text } = await aLibrary({ 'tides.md': TIDES })
  await library.change(TIDES_ID, setQuality(52, 80), null)
  await library.change(TIDES_ID, { kind: 'remove-topic', topic: 'Rivers' }, null)
  const done = await text('tides.md')
  const { undo } = library.snapshot().state

  const first = await library.undo()
  await library.undo()

  expect(first).toEqual({ label: undo, stories: ['tides.md'], failed: [] })
  expect(await text('tides.md')).toBe(TIDES)
  expect(library.snapshot().state).toMatchObject({ undo: null, redo: expect.any(String) })
  expect(await library.undo()).toBeNull()

  await library.redo()
  await library.redo()

  expect(await text('tides.md')).toBe(done)
  expect(library.snapshot().state).toMatchObject({ undo, redo: null })
  expect(await library.redo()).toBeNull()
})

it('undoes its own change and keeps what another program wrote since', async () => {
  const { library, text, write } = await aLibrary({ 'tides.md': TIDES })
  await library.change(TIDES_ID, setQuality(52, 80), null)
  await write('tides.md', (await text('tides.md')).replace('published: false', 'published: true'))

  await library.undo()

  const theirs = TIDES.replace('published: false', 'published: true')
  expect(await text('tides.md')).toBe(theirs)
  await library.redo()
  expect(await text('tides.md')).toBe(theirs.replace('quality: 52', 'quality: 80'))
})

it('says what it could not undo, and why', async () => {
  const { library, text, write } = await aLibrary({ 'tides.md': TIDES })
  await library.change(TIDES_ID, setQuality(52, 80), null)
  const theirs = (await text('tides.md')).replace('quality: 80', 'quality: 81')
  await write('tides.md', theirs)

  expect(await library.undo()).toMatchObject({
    stories: [],
    failed: [{ code: 'conflict', field: 'quality', yours: 52, theirs: 81 }]
  })
  expect(await text('tides.md')).toBe(theirs)
  expect(await library.undo()).toBeNull()
})

it('keeps a step that the disk would not let go back', async () => {
  const { library, text, path } = await aLibrary({ 'tides.md': TIDES })
  await library.change(TIDES_ID, setQuality(52, 80), null)
  await chmod(path('tides.md'), 0o444)

  expect(await library.undo()).toMatchObject({ failed: [{ code: 'disk' }] })
  await chmod(path('tides.md'), 0o644)
  await library.undo()

  expect(await text('tides.md')).toBe(TIDES)
})

it('undoes one typing as one step', async () => {
  const { library, text } = await aLibrary({ 'tides.md': TIDES })
  const titles = ['Tides', 'Tides r', 'Tides ri', 'Tides ris']
  for (const [n, value] of titles.slice(1).entries()) {
    const was = titles[n] ?? ''
    await library.change(TIDES_ID, { kind: 'set', field: 'title', was, value }, 'typing-1')
  }
  expect(await text('tides.md')).toBe(TIDES.replace('"Tides"', '"Tides ris"'))

  await library.undo()

  expect(await text('tides.md')).toBe(TIDES)
  expect(library.snapshot().state.undo).toBeNull()
  await library.redo()
  expect(await text('tides.md')).toBe(TIDES.replace('"Tides"', '"Tides ris"'))
})

it('undoes steps of several stories in the order in which they were made', async () => {
  const { library, text } = await aLibrary({ 'a.md': TIDES, 'b.md': TIDES })
  await library.change(id('a.md'), setQuality(52, 1), null)
  await library.change(id('b.md'), setQuality(52, 2), null)

  await Promise.all([library.undo(), library.undo()])

  expect([await text('a.md'), await text('b.md')]).toEqual([TIDES, TIDES])
})

it('waits for a change that was asked for before undoing it', async () => {
  const { library, text } = await aLibrary({ 'tides.md': TIDES })

  const change = library.change(TIDES_ID, setQuality(52, 80), null)
  await library.undo()

  expect(await change).toMatchObject({ ok: true })
  expect(await text('tides.md')).toBe(TIDES)
})

it('has every change on disk before it closes', async () => {
  const { library, path } = await aLibrary({ 'tides.md': TIDES })

  void library.change(TIDES_ID, setQuality(52, 80), null)
  await library.close()

  expect(await readFile(path('tides.md'), 'utf8')).toContain('quality: 80')
  await writeFile(path('tides.md'), TIDES)
})
