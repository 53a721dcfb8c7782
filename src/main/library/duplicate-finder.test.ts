import { rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aLibrary, until } from '../../../test/a-library'

const story = (title: string, webUrl: string): string =>
  `---\ntitle: ${title}\nwebUrl: ${webUrl}\nquality: 1\n---\n`

it('names stories that are one report, as stories come, change and go', async () => {
  const { library, path, write } = await aLibrary({
    'a.md': story('Tides turn', 'https://news.example/tides?utm_source=feed'),
    'b.md': story('Tides turn again', 'http://www.news.example/tides'),
    'c.md': story('Rivers rise', 'https://news.example/rivers')
  })

  await until(library, ({ duplicates }) => duplicates?.length === 1)
  expect(library.snapshot().duplicates).toEqual([
    { a: 'a.md', b: 'b.md', why: 'Both lead to the same page, news.example/tides.' }
  ])

  await write('c.md', story('Rivers rise', 'https://news.example/tides'))
  await until(library, ({ duplicates }) => duplicates?.length === 2)
  await rm(path('a.md'))
  await rm(path('b.md'))
  await until(library, ({ duplicates }) => duplicates?.length === 0)
})

it('tells windows only when the pairs are others', async () => {
  const page = 'https://news.example/tides'
  const { library, write } = await aLibrary({ 'a.md': story('Tides turn', page) })
  const told: unknown[] = []
  library.events.subscribe(({ duplicates }) => duplicates !== undefined && told.push(duplicates))

  await write('b.md', story('Rivers rise', page))
  await until(library, ({ duplicates }) => duplicates?.length === 1)
  await write('b.md', story('Rivers rise again', page))
  await write('c.md', story('Lakes', page))
  await until(library, ({ duplicates }) => duplicates?.length === 2)

  expect(told).toHaveLength(2)
})
