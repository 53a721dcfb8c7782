import { chmod } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { anotherLibrary, idsIn } from '../../../test/a-library'
import { asOrdinaryUser, noOrdinaryUser } from '../../../test/ordinary-user'

const TIDES = '---\ntitle: Tides\n---\n'

it('names the folders that it may not read, until it may', async ({ skip }) => {
  const whyNot = await noOrdinaryUser()
  skip(whyNot !== null, whyNot ?? '')
  const { folder, path } = await aFolder({
    'a.md': TIDES,
    '_news/b.md': TIDES,
    '_news/deep/c.md': TIDES,
    '_drafts/d.md': TIDES
  })
  await chmod(folder, 0o755)
  await chmod(path('_news/deep'), 0o000)
  await chmod(path('_drafts'), 0o000)

  const library = await asOrdinaryUser(() => anotherLibrary(folder, null))
  expect(library.snapshot().state.unreadable).toEqual(['_drafts', '_news/deep'])
  expect(idsIn(library)).toEqual(['_news/b.md', 'a.md'])

  await chmod(path('_drafts'), 0o755)
  await asOrdinaryUser(() => library.refresh())
  expect(library.snapshot().state.unreadable).toEqual(['_news/deep'])
  expect(idsIn(library)).toContain('_drafts/d.md')
})
