import { readdir, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { anotherLibrary, id } from '../../../test/a-library'
import { replaceFile } from './replace-file'
import { versionOf } from './story-files'

const TIDES = '---\ntitle: Tides\nquality: 1\nheat: 1\ntopics:\n  - Rivers\n---\n'

it('keeps what two Storydesks do to one story at the same time', async () => {
  const { folder, text } = await aFolder({ 'a.md': TIDES })
  const desks = [await anotherLibrary(folder, null), await anotherLibrary(folder, null)]
  const names = Array.from({ length: 40 }, (_, n) => `Topic ${n}`)

  const results = await Promise.all(
    names.map((topic, n) =>
      desks[n % 2]?.change(id('a.md'), { kind: 'add-topic', topic, before: null }, null)
    )
  )

  const refused = results.flatMap((result, n) => (result?.ok ? [] : names[n]))
  const written = [...(await text('a.md')).matchAll(/ {2}- (Topic \d+)\n/g)].map(
    ([, topic]) => topic
  )
  expect([...written, ...refused].toSorted()).toEqual(names.toSorted())
  expect(written.length).toBeGreaterThan(names.length / 2)
  expect(await readdir(folder)).toEqual(['a.md'])
})

it('lets only one of two saves of the same version win', async () => {
  const { path, text } = await aFolder({ 'a.md': 'old' })
  const saves = Array.from({ length: 20 }, (_, n) =>
    replaceFile(path('a.md'), Buffer.from(`new ${n}`), versionOf(Buffer.from('old')))
  )

  const results = await Promise.all(saves)

  const won = results.flatMap((result, n) => (result.ok ? [n] : []))
  expect(won).toHaveLength(1)
  expect(await text('a.md')).toBe(`new ${won[0]}`)
})

it('does not wait for ever for a Storydesk that crashed', async () => {
  const { folder, path, text } = await aFolder({ 'a.md': 'old' })
  const lock = '.a.md.fecccc97532467ad.storydesk-lock'
  await writeFile(path(lock), '')

  const result = await replaceFile(path('a.md'), Buffer.from('new'), versionOf(Buffer.from('old')))

  expect(result.ok).toBe(true)
  expect(await text('a.md')).toBe('new')
  expect(await readdir(folder)).toEqual(['a.md'])
})
