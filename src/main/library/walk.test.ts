import { execFileSync } from 'node:child_process'
import { mkdir, symlink, utimes } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { pathMatcher } from '#shared/library/path-patterns'
import { usualSettings } from '#shared/library/settings'
import { aFolder } from '../../../test/a-folder'
import { walk } from './walk'

const isMarkdown = pathMatcher(usualSettings.stories)

const namesIn = (root: string) =>
  walk(root, isMarkdown, Date.now())
    .files.map(({ id }) => id)
    .sort()

it('finds Markdown files and leaves out what is not part of the library', async () => {
  const { folder, path } = await aFolder({
    '_news/a.md': '',
    '_news/deep/er/b.MARKDOWN': '',
    'c.md': '',
    'notes.txt': '',
    '.hidden.md': '',
    '.#c.md': '',
    'c.md~': '',
    '.git/d.md': '',
    '_site/e.md': '',
    'node_modules/f.md': '',
    'vendor/g.md': ''
  })
  await mkdir(path('folder.md'))

  expect(namesIn(folder)).toEqual(['_news/a.md', '_news/deep/er/b.MARKDOWN', 'c.md'])
})

it('follows links to files inside the library, and no other links', async () => {
  const outside = await aFolder({ 'secret.md': '' })
  const { folder, path } = await aFolder({ '_news/a.md': '' })
  await symlink(path('_news/a.md'), path('inside.md'))
  await symlink(outside.path('secret.md'), path('outside.md'))
  await symlink(path('nowhere.md'), path('dangling.md'))
  await symlink(path('loop.md'), path('loop.md'))
  await symlink(folder, path('_news/round-and-round'))

  const found = walk(folder, isMarkdown, Date.now())

  expect(found.files.map(({ id }) => id).sort()).toEqual(['_news/a.md', 'inside.md'])
  expect([...found.unreadable].sort()).toEqual(
    ['dangling.md', 'loop.md', 'outside.md'].map((name) => path(name)).sort()
  )
})

it.skipIf(process.platform === 'win32')(
  'takes a pipe for no story, and does not open it',
  async () => {
    const { folder, path } = await aFolder({ 'a.md': '' })
    execFileSync('mkfifo', [path('pipe.md')])

    expect(namesIn(folder)).toEqual(['a.md'])
  }
)

it('finds what a crash left behind, once it is old enough to belong to no running save', async () => {
  const leftover = '.a.md.0123456789abcdef.storydesk-new'
  const young = '.b.md.0123456789abcdef.storydesk-new'
  const { folder, path } = await aFolder({ [leftover]: 'new', [young]: 'new' })
  await utimes(path(leftover), new Date(0), new Date(0))

  expect(walk(folder, isMarkdown, Date.now()).leftovers).toEqual([path(leftover)])
})

it('tells a file that was changed just now from one that was not', async () => {
  const { folder } = await aFolder({ 'a.md': '' })

  const fresh = (now: number) => walk(folder, isMarkdown, now).files[0]?.fresh

  expect(fresh(Date.now())).toBe(true)
  expect(fresh(Date.now() + 60_000)).toBe(false)
})

it('fails with the reason of the system if the folder itself is gone', async () => {
  const { path } = await aFolder()

  expect(() => walk(path('gone'), isMarkdown, Date.now())).toThrow('ENOENT')
})
