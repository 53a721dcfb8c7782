import { appendFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { aLibrary, anotherLibrary, id, idsIn, until } from '../../../test/a-library'
import type { StoryChange } from '../../shared/story/story-change'

const story = (quality: number) => `---\ntitle: Tides\nquality: ${quality}\nheat: 1\n---\n`
const setQuality = (was: number, value: number): StoryChange => ({
  kind: 'set',
  field: 'quality',
  was,
  value
})
const A = id('a.md')

async function aRememberingLibrary(
  files: Readonly<Record<string, string>> = { 'a.md': story(52) }
) {
  const appData = await aFolder()
  const library = await aLibrary(files, appData.folder)
  const dataFile = async (name: string) => {
    const [folder = ''] = await readdir(appData.path('libraries'))
    return appData.path(`libraries/${folder}/${name}`)
  }
  return {
    ...library,
    dataFile,
    other: () => anotherLibrary(library.folder, appData.folder),
    restarted: async () => {
      await library.library.close()
      return anotherLibrary(library.folder, appData.folder)
    }
  }
}

it('undoes after a restart what was done before it, to the byte', async () => {
  const { library, text, restarted } = await aRememberingLibrary()
  await library.change(A, setQuality(52, 60), null)
  await library.change(A, setQuality(60, 70), null)
  await library.change(A, setQuality(70, 80), null)
  await library.undo()

  const again = await restarted()

  expect(again.snapshot().state).toMatchObject({
    undo: 'Set quality to 70',
    redo: 'Set quality to 80'
  })
  await again.undo()
  await again.undo()
  expect(await text('a.md')).toBe(story(52))
  expect(await again.undo()).toBeNull()
  await again.redo()
  expect(await text('a.md')).toBe(story(60))
})

it('tells what was done since it was opened, newest first, without what was undone', async () => {
  const { library, restarted } = await aRememberingLibrary()
  await library.change(A, setQuality(52, 60), null)
  const again = await restarted()
  const before = again.snapshot().stories[0]?.version
  expect(again.doneSteps()).toEqual([])

  await again.change(A, setQuality(60, 70), null)
  await again.change(A, setQuality(70, 80), null)
  await again.change(A, setQuality(80, 90), null)
  await again.undo()

  const after = again.snapshot().stories[0]?.version
  expect(again.doneSteps()).toMatchObject([
    { label: 'Set quality to 80', count: 1, stories: [{ id: A, after }] },
    { label: 'Set quality to 70', count: 1, stories: [{ id: A, before }] }
  ])
  for (let times = 0; times < 3; times += 1) await again.undo()
  expect(again.doneSteps()).toEqual([])
})

it('forgets no more than the last step when its journal was torn', async () => {
  const { library, text, restarted, dataFile } = await aRememberingLibrary()
  await library.change(A, setQuality(52, 60), null)
  await library.close()
  await appendFile(await dataFile('journal'), '{"kind":"did","step":{"lab')

  const again = await restarted()
  await again.undo()

  expect(await text('a.md')).toBe(story(52))
})

it('starts over with what can be read when its journal is damaged', async () => {
  const { library, text, restarted, dataFile } = await aRememberingLibrary()
  await library.change(A, setQuality(52, 60), null)
  await library.close()
  const journal = await dataFile('journal')
  const [format, , ...lines] = (await readFile(journal, 'utf8')).split('\n')

  for (const state of ['null', '[]', '{"past":[{}],"future":[]}', '{"past":[', '7']) {
    await writeFile(
      journal,
      [format, state, '{"kind":"did","step":{}}', 'null', ...lines].join('\n')
    )
    const again = await restarted()
    expect(again.snapshot().state).toMatchObject({ undo: 'Set quality to 60', redo: null })
    await again.undo()
    expect(await text('a.md')).toBe(story(52))
    await again.redo()
    await again.close()
  }
})

it('remembers the steps of two Storydesks on one library as what they were', async () => {
  const { library, text, restarted, other } = await aRememberingLibrary({
    'a.md': story(52),
    'b.md': story(1)
  })
  const second = await other()
  await library.change(A, setQuality(52, 60), null)
  await second.change(id('b.md'), setQuality(1, 2), null)
  await second.undo()
  await second.close()

  const again = await restarted()

  expect(again.snapshot().state).toMatchObject({
    undo: 'Set quality to 60',
    redo: 'Set quality to 2'
  })
  await again.undo()
  expect(await text('a.md')).toBe(story(52))
})

it('keeps every version that it replaces, and brings any of them back', async () => {
  const { library, text, restarted } = await aRememberingLibrary()
  const first = library.snapshot().stories[0]?.version
  await library.change(A, setQuality(52, 60), null)
  await library.change(A, setQuality(60, 70), null)

  const again = await restarted()
  const versions = await again.versions(A)

  expect(versions).toHaveLength(2)
  const oldest = versions.find(({ version }) => version === first)
  if (oldest === undefined) throw new Error('The first version is kept')
  expect(await again.readVersion(A, oldest.version)).toMatchObject({
    ok: true,
    value: { story: { quality: 52 } }
  })
  expect(await again.restore(A, oldest.version)).toMatchObject({ ok: true, value: { quality: 52 } })
  expect(await text('a.md')).toBe(story(52))

  await again.undo()
  expect(await text('a.md')).toBe(story(70))
})

it('says field by field what became of a version, until another one and until now', async () => {
  const { library, write } = await aRememberingLibrary()
  const first = library.snapshot().stories[0]?.version
  await library.change(A, setQuality(52, 60), null)
  const second = library.snapshot().stories[0]?.version
  await library.change(A, setQuality(60, 70), null)
  await write('a.md', story(99))
  if (first === undefined || second === undefined) throw new Error('The story is listed')

  expect(await library.diffVersions(A, first, second)).toEqual({
    ok: true,
    value: [{ field: 'quality', words: 'Quality: 60, was 52', was: 52, value: 60 }]
  })
  expect(await library.diffVersions(A, second, null)).toMatchObject({
    ok: true,
    value: [{ words: 'Quality: 99, was 60' }]
  })
  expect(await library.diffVersions(id('b.md'), first, null)).toMatchObject({
    ok: false,
    error: { code: 'gone' }
  })
})

it('does not undo a restored version over what another program wrote since', async () => {
  const { library, text, write } = await aRememberingLibrary()
  await library.change(A, setQuality(52, 60), null)
  const [kept] = await library.versions(A)
  if (kept === undefined) throw new Error('The first version is kept')
  await library.restore(A, kept.version)
  await write('a.md', story(99))

  expect(await library.undo()).toMatchObject({ stories: [], failed: [{ code: 'gone' }] })
  expect(await text('a.md')).toBe(story(99))
})

it('brings back only versions of the very story', async () => {
  const { library, text } = await aRememberingLibrary({ 'a.md': story(52), 'b.md': story(1) })
  await library.change(A, setQuality(52, 60), null)
  const [kept] = await library.versions(A)
  if (kept === undefined) throw new Error('The first version is kept')

  expect(await library.restore(id('b.md'), kept.version)).toMatchObject({
    ok: false,
    error: { code: 'gone' }
  })
  expect(await text('b.md')).toBe(story(1))
})

it('puts a story back that was deleted while an editor had it open', async () => {
  const { library, text, path } = await aRememberingLibrary()
  await library.read(A)
  await rm(path('a.md'))
  await until(library, ({ stories }) => stories.length === 0)

  const [kept] = await library.versions(A)
  if (kept === undefined) throw new Error('The deleted version is kept')
  expect(await library.restore(A, kept.version)).toMatchObject({ ok: true, value: { quality: 52 } })

  expect(await text('a.md')).toBe(story(52))
  await until(library, ({ stories }) => stories.length === 1)
})

it('goes on with the steps and versions of a story that was renamed', async () => {
  const { library, text, path } = await aRememberingLibrary()
  await library.change(A, setQuality(52, 60), null)
  const renamed: unknown[] = []
  library.events.subscribe((event) => renamed.push(...(event.renamed ?? [])))

  await rename(path('a.md'), path('A.md'))
  await until(library, ({ stories }) => stories[0]?.id === 'A.md')

  expect(idsIn(library)).toEqual(['A.md'])
  expect(renamed).toEqual([{ from: 'a.md', to: 'A.md' }])
  expect(await library.versions(id('A.md'))).toHaveLength(1)
  await library.undo()
  expect(await text('A.md')).toBe(story(52))
})
