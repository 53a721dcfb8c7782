import { chmod } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { aLibrary, anotherLibrary, id, until } from '../../../test/a-library'

const story = (quality: number, topics = '') =>
  `---\ntitle: Tides\nquality: ${quality}\npublished: false\n${topics}---\n`
const ids = (names: readonly string[]) => names.map(id)

it('changes many stories as one step, and brings every byte back', async () => {
  const names = Array.from({ length: 60 }, (_, n) => `${n}.md`)
  const { library, text } = await aLibrary(
    Object.fromEntries(names.map((name, n) => [name, story(n)]))
  )

  const outcome = await library.bulk(ids(names), { kind: 'publish', published: true })

  expect(outcome).toMatchObject({ unchanged: 0, failed: [], cancelled: false })
  expect(outcome?.changed.toSorted()).toEqual(names.toSorted())
  expect(library.snapshot().stories.every(({ published }) => published)).toBe(true)
  expect(library.snapshot().state).toMatchObject({ undo: 'Publish 60 stories', bulk: null })

  await library.undo()

  expect(await Promise.all(names.map(text))).toEqual(names.map((_, n) => story(n)))
  expect(library.snapshot().state).toMatchObject({ undo: null, redo: 'Publish 60 stories' })
})

it('lists what it could not change, and changes the rest', async () => {
  const { library, path, text } = await aLibrary({
    'a.md': story(1),
    'broken.md': '---\ntitle: "Tides\n---\n',
    'locked.md': story(2),
    'same.md': story(9)
  })
  await chmod(path('locked.md'), 0o444)
  const wanted = ids(['a.md', 'broken.md', 'gone.md', 'locked.md', 'same.md', 'a.md'])

  const outcome = await library.bulk(wanted, { kind: 'score', field: 'quality', value: 9 })

  expect(outcome).toMatchObject({ changed: ['a.md'], unchanged: 1, cancelled: false })
  const failed = outcome?.failed.map((error) => [error.id, error.code]).sort()
  expect(failed).toEqual([
    ['broken.md', 'problem'],
    ['gone.md', 'not-found'],
    ['locked.md', 'disk']
  ])
  expect(await text('a.md')).toBe(story(9))
})

it('is planned against what each file says now', async () => {
  const { library, text, write } = await aLibrary({ 'a.md': story(1) })
  await write('a.md', story(50))

  await library.bulk([id('a.md')], { kind: 'add-to-score', field: 'quality', amount: 5 })

  expect(await text('a.md')).toBe(story(55))
})

it('shows what it would do, and writes nothing', async () => {
  const files = { 'a.md': story(1, 'topics:\n  - Rivers\n'), 'broken.md': '---\n"\n---\n' }
  const { library, text } = await aLibrary(files)

  const previews = await library.previewBulk(ids(['a.md', 'broken.md']), {
    kind: 'add-topics',
    topics: ['Rivers', 'Tides']
  })

  expect(previews).toMatchObject([
    { id: 'a.md', changes: [{ kind: 'add-topic', topic: 'Tides', before: null }], error: null },
    { id: 'broken.md', changes: [], error: { code: 'problem' } }
  ])
  expect(await text('a.md')).toBe(files['a.md'])
})

it('tells how far it is, and stops when it is cancelled; what is saved can be undone', async () => {
  const names = Array.from({ length: 400 }, (_, n) => `${n}.md`)
  const { library, text } = await aLibrary(
    Object.fromEntries(names.map((name) => [name, story(1)]))
  )
  const underWay = until(library, ({ state }) => (state.bulk?.done ?? 0) > 0).then(() =>
    library.cancelBulk()
  )

  const outcome = await library.bulk(ids(names), { kind: 'publish', published: true })
  await underWay

  expect(outcome?.cancelled).toBe(true)
  expect(outcome?.changed.length).toBeGreaterThan(0)
  expect(outcome?.changed.length).toBeLessThan(400)
  await library.undo()
  expect(new Set(await Promise.all(names.map(text)))).toEqual(new Set([story(1)]))
})

it('can undo what it did so far, though the program ends under it, and is one step all the same', async () => {
  const appData = await aFolder()
  const names = Array.from({ length: 400 }, (_, n) => `${n}.md`)
  const files = Object.fromEntries(names.map((name) => [name, story(1)]))
  const { library, text, folder } = await aLibrary({ ...files, 'own.md': story(5) }, appData.folder)
  const change = { kind: 'set', field: 'quality', was: 5, value: 6 } as const

  const running = library.bulk(ids(names), { kind: 'publish', published: true })
  await until(library, ({ state }) => state.bulk != null && state.undo !== null)
  await library.change(id('own.md'), change, null)
  await running

  expect(new Set(library.doneSteps().map(({ count }) => count))).toEqual(new Set([400, 1]))
  await library.close()
  const again = await anotherLibrary(folder, appData.folder)
  await again.undo()
  await again.undo()
  expect(again.snapshot().state.undo).toBeNull()
  expect(new Set(await Promise.all(names.map(text)))).toEqual(new Set([story(1)]))
  expect(await text('own.md')).toBe(story(5))
})

const RELATED = `---
title: Tides
related:
- title: A
  webUrl: https://a.example/
  quality: 1
- title: B
  webUrl: https://b.example/
  quality: 30
- title: A again
  webUrl: https://a.example/
  quality: 20
- title: No score
  webUrl: https://c.example/
- title: B again
  webUrl: https://b.example/
  quality: 30
---
`
const titles = (text: string) => [...text.matchAll(/- title: (.*)/g)].map(([, title]) => title)

it('sorts links by quality, also where an address stands twice', async () => {
  const { library, text } = await aLibrary({ 'a.md': RELATED })

  await library.bulk([id('a.md')], { kind: 'sort-links' })

  expect(titles(await text('a.md'))).toEqual(['B', 'B again', 'A again', 'A', 'No score'])
  await library.undo()
  expect(await text('a.md')).toBe(RELATED)
})

it('sorts three links of one address, whose keys change with every move', async () => {
  const links = [1, 20, 30].map(
    (n) => `- title: ${n}\n  webUrl: https://a.example/\n  quality: ${n}\n`
  )
  const { library, text } = await aLibrary({ 'a.md': `---\nrelated:\n${links.join('')}---\n` })

  await library.bulk([id('a.md')], { kind: 'sort-links' })

  expect(titles(await text('a.md'))).toEqual(['30', '20', '1'])
})

it('takes repeated links away and keeps the first of each', async () => {
  const { library, text } = await aLibrary({ 'a.md': RELATED })

  await library.bulk([id('a.md')], { kind: 'dedupe-links' })

  expect(titles(await text('a.md'))).toEqual(['A', 'B', 'No score'])
  await library.undo()
  expect(await text('a.md')).toBe(RELATED)
})
