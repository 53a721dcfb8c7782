import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ok } from '#shared/result'
import { createFolderAccess } from './folder-access'

async function home() {
  const folder = await mkdtemp(join(tmpdir(), 'storydesk-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'home', 'stories'), { recursive: true })
  await mkdir(join(folder, 'home2'))
  const start = join(folder, 'home')
  const access = createFolderAccess({
    start,
    roots: () => [start],
    choose: async () => ({ kind: 'unavailable' }),
    listFolders: async (at) => ok({ folder: at, parent: dirname(at), folders: [] })
  })
  return { access, folder, start }
}

it('starts where the host says, and shows no way up from a root', async () => {
  const { access, start } = await home()

  expect(await access.list(null)).toEqual(ok({ folder: start, parent: null, folders: [] }))
})

it('lists a folder below a root with the way back up', async () => {
  const { access, start } = await home()

  expect(await access.list(join(start, 'stories'))).toEqual(
    ok({ folder: join(start, 'stories'), parent: start, folders: [] })
  )
})

it('allows a folder below a root that is not there any more', async () => {
  const { access, start } = await home()

  expect(await access.allows(join(start, 'gone', 'deeper'))).toBe(true)
})

it.each<[name: string, wanted: (start: string) => string]>([
  ['the folder above', (start) => dirname(start)],
  ['a neighbour whose name begins alike', (start) => `${start}2`],
  ['a way back out', (start) => `${start}/stories/../../home2`],
  ['a way out through a folder that is missing', (start) => `${start}/gone/../../home2`],
  ['a relative path', () => 'stories'],
  ['the whole disk', () => '/'],
  ['nothing', () => '']
])('keeps windows out of %s', async (_, wanted) => {
  const { access, start } = await home()
  const folder = wanted(start)

  expect(await access.allows(folder)).toBe(false)
  expect(await access.list(folder)).toEqual({ ok: false, error: { code: 'unreadable', folder } })
})

it('follows a link before it decides', async () => {
  const { access, folder, start } = await home()
  await symlink(join(folder, 'home2'), join(start, 'link'))

  expect(await access.allows(join(start, 'link'))).toBe(false)
  expect(await access.allows(join(start, 'link', 'new'))).toBe(false)
})
