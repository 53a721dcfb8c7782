import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { aLibrary, id, silent } from '../../../test/a-library'
import { aStory } from '../../../test/a-story'
import { createKnownFiles, type KnownFile } from './known-files'
import { createLibrary } from './library'
import { createRowCache } from './row-cache'

const files = Array.from({ length: 1200 }, (_, n) => {
  const story = n % 10 === 0 ? null : aStory({ id: `${n}.md`, title: `Tides\n“${n}”` })
  const file: KnownFile = { story, fingerprint: `1:${n}`, fresh: false }
  return [id(`${n}.md`), file] as const
})

async function aCache() {
  const { folder } = await aFolder()
  const cache = createRowCache(join(folder, 'not/yet/there'), silent)
  return { cache, path: join(folder, 'not/yet/there/rows'), again: () => cache.load() }
}

it('gives back the rows that it was given', async () => {
  const { cache, again } = await aCache()

  await cache.save(files)

  expect([...(await again())]).toEqual(files)
})

it('is empty when there was none', async () => {
  const { again } = await aCache()

  expect((await again()).size).toBe(0)
})

it.each([
  ['a bit flipped', (text: string) => text.replace('Tides', 'Tidez')],
  ['its end is missing', (text: string) => text.slice(0, -100)],
  ['it ends after a whole line', (text: string) => text.slice(0, text.lastIndexOf('\n'))],
  ['it is empty', () => ''],
  ['another program reads stories in another way', (text: string) => text.replace(/^.*\n/, 'x\n')]
])('is empty when %s', async (_, damage) => {
  const { cache, path, again } = await aCache()
  await cache.save(files)

  await writeFile(path, damage(await readFile(path, 'utf8')))

  expect((await again()).size).toBe(0)
})

it('says which files are not as they were and are to be read', () => {
  const known = createKnownFiles()
  const [, one, two, three] = files
  if (!one || !two || !three) throw new Error('There are more files than that')
  const found = [one, two, three].map(([at, { fingerprint }]) => ({
    id: at,
    fingerprint,
    fresh: false
  }))
  const earlier = new Map([
    one,
    [two[0], { ...two[1], fingerprint: 'other' }] as const,
    [three[0], { ...three[1], fresh: true }] as const
  ])

  expect(known.recall(found, earlier)).toEqual([two[0], three[0]])
  expect(known.stories()).toEqual([one[1].story])
})

it('opens a library again with the same rows, and without the stories that went away', async () => {
  const appData = await aFolder()
  const tides = '---\ntitle: Tides\n---\n'
  const { library, folder, path, write } = await aLibrary(
    { 'a.md': tides, 'b.md': tides, 'notes.md': 'no front matter' },
    appData.folder
  )
  const rows = library.snapshot().stories
  await library.close()
  const [name = ''] = await readdir(appData.path('libraries'))
  const cached = await readFile(appData.path(`libraries/${name}/rows`), 'utf8')
  expect(cached).toContain('"title":"Tides"')

  await write('a.md', tides.replace('Tides', 'Rivers'))
  await utimes(path('a.md'), new Date(0), new Date(0))
  const again = createLibrary({ log: silent, appData: appData.folder })
  await again.open(folder)
  await again.opened()

  expect(
    again
      .snapshot()
      .stories.map(({ title }) => title)
      .sort()
  ).toEqual(['Rivers', 'Tides'])
  expect(again.snapshot().stories.find((story) => story.id === 'b.md')).toEqual(
    rows.find((story) => story.id === 'b.md')
  )
  await again.close()
})
