import { rename, rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { aLibrary, anotherLibrary, id, until } from '../../../test/a-library'
import type { Library } from './library'

type Said = { readonly title: string; readonly day?: number; readonly links?: readonly string[] }

const page = (title: string): string =>
  `https://news.example/${title.toLowerCase().replaceAll(' ', '-')}`

function story({ title, day = 12, links = [] }: Said): string {
  const related = links.map(
    (link) => `  - title: ${link}\n    webUrl: ${page(link)}\n    quality: 7\n    note: kept\n`
  )
  return `---\ntitle: ${title}\npublishedDateTime: 2026-03-${day}T09:00:00Z\nwebUrl: ${page(title)}\nquality: 50\n${
    related.length === 0 ? '' : `related:\n${related.join('')}`
  }secured: "q83v"\n---\n`
}

const FILES = {
  'ferry.md': story({ title: 'Kessel ferry cable passes its sea trial' }),
  'repair.md': story({ title: 'Kessel ferry repair delayed again', day: 13 }),
  'gulls.md': story({
    title: 'Gulls leave the harbour',
    links: ['Second Kessel ferry trial ends early']
  }),
  'rain.md': story({ title: 'Rain for the weekend' })
}

async function suggested(library: Library, path = 'ferry.md'): Promise<readonly string[]> {
  const found = await library.suggestions(id(path))
  if (!found.ok) throw new Error(found.error.code)
  return found.value.map(({ url }) => url)
}

const REPAIR = page('Kessel ferry repair delayed again')
const SECOND = page('Second Kessel ferry trial ends early')

it('suggests stories and links that the list lacks, with the reason and what the list would get', async () => {
  const { library } = await aLibrary(FILES)

  const found = await library.suggestions(id('ferry.md'))

  expect(found.ok && found.value).toEqual([
    {
      url: REPAIR,
      story: 'repair.md',
      link: {
        title: 'Kessel ferry repair delayed again',
        publishedDateTime: '2026-03-13T09:00:00Z',
        webUrl: REPAIR,
        quality: 50
      },
      why: expect.stringContaining('24 hours apart')
    },
    {
      url: SECOND,
      story: null,
      link: {
        title: 'Second Kessel ferry trial ends early',
        webUrl: SECOND,
        quality: 7,
        note: 'kept'
      },
      why: '3 words shared (trial, Kessel, ferry), one without a date'
    }
  ])
  expect(await library.suggestions(id('gone.md'))).toMatchObject({ error: { code: 'not-found' } })
})

it('follows what is edited here and by others', async () => {
  const { library, path, write } = await aLibrary(FILES)
  expect((await suggested(library)).toSorted()).toEqual([REPAIR, SECOND])

  await library.change(
    id('ferry.md'),
    { kind: 'add-link', link: { title: 'x', webUrl: SECOND }, before: null },
    null
  )
  expect(await suggested(library)).toEqual([REPAIR])

  await rm(path('repair.md'))
  await write('new.md', story({ title: 'Kessel ferry sails' }))
  await until(library, ({ stories }) => stories.some((one) => one.id === 'new.md'))
  await until(library, ({ stories }) => !stories.some((one) => one.id === 'repair.md'))
  expect(await suggested(library)).toEqual([page('Kessel ferry sails')])
})

it('never suggests again what is not related, under whatever name the story goes on', async () => {
  const appData = await aFolder()
  const { library, folder, path } = await aLibrary(FILES, appData.folder)

  await library.decline(id('ferry.md'), REPAIR, false)
  await library.decline(id('ferry.md'), SECOND, false)
  expect(await suggested(library)).toEqual([])
  await library.decline(id('ferry.md'), SECOND, true)
  await rename(path('ferry.md'), path('boat.md'))
  await until(library, ({ stories }) => stories.some((one) => one.id === 'boat.md'))
  expect(await suggested(library, 'boat.md')).toEqual([SECOND])
  expect(await suggested(library, 'gulls.md')).not.toEqual([])

  await library.close()
  const again = await anotherLibrary(folder, appData.folder)
  expect(await suggested(again, 'boat.md')).toEqual([SECOND])
})
