import { execFileSync } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { anotherLibrary, id, until } from '../../../test/a-library'

const story = (quality: number) =>
  `---\ntitle: Tides\nquality: ${quality}\n---\n${'Body.\n'.repeat(2000)}`

/** A disk of one megabyte; `null` where the system does not let tests make one. */
async function aSmallDisk(): Promise<string | null> {
  const { folder } = await aFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', [folder]))
  return folder
}

it('leaves every story as it was on a full disk, says so, and saves once there is room', async (test) => {
  const disk = await aSmallDisk()
  if (disk === null) return test.skip('no permission to mount a small disk')
  const path = join(disk, 'a.md')
  await writeFile(path, story(52))
  const library = await anotherLibrary(disk, null)
  await writeFile(join(disk, 'filler'), Buffer.alloc(2 * 1024 * 1024)).catch(() => {})
  const change = { kind: 'set', field: 'quality', was: 52, value: 80 } as const

  const refused = await library.change(id('a.md'), change, null)

  expect(refused).toEqual({
    ok: false,
    error: { code: 'disk', id: 'a.md', reason: 'the disk is full' }
  })
  expect(await readFile(path, 'utf8')).toBe(story(52))
  expect(library.snapshot()).toMatchObject({ state: { undo: null }, stories: [{ quality: 52 }] })
  expect((await readdir(disk)).sort()).toEqual(['a.md', 'filler'])

  await rm(join(disk, 'filler'))
  expect(await library.change(id('a.md'), change, null)).toMatchObject({ ok: true })
  expect(await readFile(path, 'utf8')).toBe(story(80))
  await library.close()
})

it('leaves no part of a deleted story that finds no room when it is put back', async (test) => {
  const disk = await aSmallDisk()
  if (disk === null) return test.skip('no permission to mount a small disk')
  const appData = await aFolder()
  const path = join(disk, 'a.md')
  await writeFile(path, story(52))
  const library = await anotherLibrary(disk, appData.folder)
  await library.read(id('a.md'))
  await rm(path)
  await until(library, ({ stories }) => stories.length === 0)
  const [kept] = await library.versions(id('a.md'))
  if (kept === undefined) throw new Error('The deleted version is kept')
  await writeFile(join(disk, 'filler'), Buffer.alloc(2 * 1024 * 1024)).catch(() => {})

  const refused = await library.restore(id('a.md'), kept.version)

  expect(refused).toMatchObject({ ok: false, error: { reason: 'the disk is full' } })
  expect(await readdir(disk)).toEqual(['filler'])

  await rm(join(disk, 'filler'))
  expect(await library.restore(id('a.md'), kept.version)).toMatchObject({ ok: true })
  expect(await readFile(path, 'utf8')).toBe(story(52))
  expect(await readdir(disk)).toEqual(['a.md'])
  await library.close()
})

it('leaves no part of the settings that find no room', async (test) => {
  const disk = await aSmallDisk()
  if (disk === null) return test.skip('no permission to mount a small disk')
  const library = await anotherLibrary(disk, null)
  await writeFile(join(disk, 'filler'), Buffer.alloc(2 * 1024 * 1024)).catch(() => {})
  const view = { name: 'Tides', query: 'tides' }

  const refused = await library.changeView({ was: null, view, before: null })

  expect(refused).toMatchObject({ ok: false, error: { reason: 'the disk is full' } })
  expect(await readdir(disk)).toEqual(['filler'])
  await library.close()
})
