import { mkdir, symlink } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { pictureFile } from './picture'

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47])

it('finds a picture of the library', async () => {
  const { folder, path } = await aFolder({ 'assets/images/river.PNG': PNG })

  expect(await pictureFile(folder, 'assets/images/river.PNG')).toMatchObject({
    path: path('assets/images/river.PNG'),
    type: 'image/png',
    headers: { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' }
  })
})

it('lets an SVG neither run scripts nor fetch anything', async () => {
  const { folder } = await aFolder({ 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' })

  const picture = await pictureFile(folder, 'a.svg')

  expect(picture?.headers['content-security-policy']).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; sandbox"
  )
})

it.each([
  'story.md',
  'no-such.png',
  '../outside.png',
  'assets/../../outside.png',
  '..\\outside.png',
  'assets\\river.png',
  'river.png\0.md',
  'C:/river.png',
  '/assets//river.png',
  '.git/river.png',
  'assets/.hidden.png',
  'node_modules/river.png',
  'folder.png',
  'link-out.png',
  'link-to-story.png',
  'dangling.png'
])('shows nothing for %j', async (wanted) => {
  const outside = await aFolder({ 'outside.png': PNG })
  const { folder, path } = await aFolder({
    'story.md': '---\n---\n',
    'assets/river.png': PNG,
    'assets/.hidden.png': PNG,
    '.git/river.png': PNG,
    'node_modules/river.png': PNG
  })
  await mkdir(path('folder.png'))
  await symlink(outside.path('outside.png'), path('link-out.png'))
  await symlink(path('story.md'), path('link-to-story.png'))
  await symlink(path('nowhere.png'), path('dangling.png'))

  expect(await pictureFile(folder, wanted)).toBeNull()
})
