import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ok } from '#shared/result'
import { createFolderAccess } from './folder-access'

/** @param more roots besides the home folder */
async function home(more: readonly string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'storydesk-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'home', 'stories'), { recursive: true })
  await mkdir(join(folder, 'home2'))
  const start = join(folder, 'home')
  const access = createFolderAccess({
    start,
    roots: () => [start, ...more.map((root) => resolve(folder, root))],
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

it('shows the way up to a root from a link that stands outside of it', async () => {
  const { access, folder, start } = await home()
  await symlink(join(start, 'stories'), join(folder, 'site'))

  expect(await access.list(join(folder, 'site'))).toMatchObject({ value: { parent: start } })
})

it('shows the way from a root inside another one up to that one', async () => {
  const { access, start } = await home([join('home', 'stories')])

  expect(await access.list(join(start, 'stories'))).toMatchObject({ value: { parent: start } })
  expect(await access.list(start)).toMatchObject({ value: { parent: null } })
})

it('shows no way up from the whole disk', async () => {
  const { access } = await home(['/'])

  expect(await access.list('/')).toMatchObject({ value: { parent: null } })
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
  expect(await access.list(folder)).toEqual({ ok: false, error: { code: 'outside', folder } })
})

it('follows a link before it decides', async () => {
  const { access, folder, start } = await home()
  await symlink(join(folder, 'home2'), join(start, 'link'))

  expect(await access.allows(join(start, 'link'))).toBe(false)
  expect(await access.allows(join(start, 'link', 'new'))).toBe(false)
})
