import { symlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { listFolders } from './list-folder'

it('lists folders by name, numbers by size, without hidden ones and without files', async () => {
  const { folder, path } = await aFolder({
    'site 10/a.md': '',
    'site 9/a.md': '',
    '.git/config': '',
    'Älpler/a.md': '',
    'file.md': ''
  })
  await symlink(path('site 9'), path('link'))
  await symlink(path('nowhere'), path('dangling'))

  expect(await listFolders(folder)).toEqual({
    ok: true,
    value: { folder, parent: dirname(folder), folders: ['Älpler', 'link', 'site 9', 'site 10'] }
  })
})

it('says that the top has no parent', async () => {
  expect(await listFolders('/')).toMatchObject({ ok: true, value: { folder: '/', parent: null } })
})

it('tells a missing folder from a file', async () => {
  const { path } = await aFolder({ 'file.md': '' })

  expect(await listFolders(path('missing'))).toEqual({
    ok: false,
    error: { code: 'missing', folder: path('missing') }
  })
  expect(await listFolders(path('file.md'))).toEqual({
    ok: false,
    error: { code: 'not-a-folder', folder: path('file.md') }
  })
})
