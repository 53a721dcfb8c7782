import { mkdir, realpath, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { aFolder } from '../../test/a-folder'
import { createStoryRevealer } from './reveal-story'

const id = (path: string) => path as StoryId

it('shows stories inside the library only, links followed', async () => {
  const { folder: elsewhere } = await aFolder({ 'secret.md': '' })
  const { folder } = await aFolder({ 'news/a.md': '', 'real/b.md': '' })
  await symlink(join(elsewhere, 'secret.md'), join(folder, 'news/out.md'))
  await symlink(join(folder, 'real/b.md'), join(folder, 'news/in.md'))
  await mkdir(join(folder, 'empty'))
  const shown: string[] = []
  let open = ''
  const reveal = createStoryRevealer({
    libraryFolder: () => open,
    show: (path) => shown.push(path)
  })

  expect(await reveal(id('news/a.md'))).toBe(false)
  open = folder
  for (const path of ['news/out.md', 'empty/a.md', 'news/a.md/b.md', 'n\0.md']) {
    expect(await reveal(id(path))).toBe(false)
  }
  expect(shown).toEqual([])

  expect([await reveal(id('news/a.md')), await reveal(id('news/in.md'))]).toEqual([true, true])
  const root = await realpath(folder)
  expect(shown).toEqual([join(root, 'news/a.md'), join(root, 'real/b.md')])
})
