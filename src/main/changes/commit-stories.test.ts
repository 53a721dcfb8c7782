import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { GitError } from '#shared/library/git-error'
import type { Result } from '#shared/result'
import type { StoryId } from '#shared/story/story-id'
import { aFolder } from '../../../test/a-folder'
import { aRepository, gitIn, gitOrThrow } from '../../../test/a-repository'
import { commitStories } from './commit-stories'

const story = (quality = 52) => `---\ntitle: Tides\nquality: ${quality}\n---\n`
const commit = (root: string, ids: readonly string[], message = 'Score 1 story') =>
  commitStories({ root }, ids as readonly StoryId[], message)
const errorOf = (done: Result<string, GitError>) => (done.ok ? null : done.error)

it('commits the chosen stories only; what is staged stays staged', async () => {
  const files = { 'a.md': story(), 'b.md': story(), 'c.md': story(), 'style.css': 'a {}' }
  const { folder, write, git } = await aRepository(files)
  for (const name of ['a.md', 'b.md', 'c.md']) await write(name, story(80))
  await write('style.css', 'b {}')
  await write('new.css', 'c {}')
  git('add', '--', 'style.css', 'new.css', 'c.md')

  const done = await commit(folder, ['a.md'])

  expect(done).toEqual({ ok: true, value: git('rev-parse', 'HEAD').trim() })
  expect(git('show', '--name-status', '--format=%s')).toBe('Score 1 story\n\nM\ta.md\n')
  expect(git('status', '--porcelain')).toBe(' M b.md\nM  c.md\nA  new.css\nM  style.css\n')
})

it('commits stories that are new, gone or renamed, whatever they are called', async () => {
  const { folder, path, write, git } = await aRepository({
    'gone.md': story(),
    'old.md': story(7),
    'other.md': story()
  })
  const odd = ['-rf.md', '_news/it’s “$(touch x)” \n.md', '*.md', ':(glob)x.md', '"q".md']
  for (const name of odd) await write(name, story())
  await write('other.md', story(1))
  await write('left.md', story())
  rmSync(path('gone.md'))
  renameSync(path('old.md'), path('now.md'))
  git('add', '--', 'old.md', 'now.md')

  const done = await commit(folder, [...odd, 'gone.md', 'now.md'], 'Many')

  expect(done.ok).toBe(true)
  const committed = git('show', '--name-only', '--no-renames', '--format=', '-z').split('\0')
  expect(committed.filter((name) => name !== '').sort()).toEqual(
    [...odd, 'gone.md', 'now.md', 'old.md'].sort()
  )
  expect(git('status', '--porcelain')).toBe(' M other.md\n?? left.md\n')
  expect(existsSync(path('x'))).toBe(false)
})

it('makes the first commit of a repository, also of a library below its top', async () => {
  const { path, write, git } = await aRepository()
  await write('site/a.md', story())

  expect(await commit(path('site'), ['a.md'], '# not a comment\n\nWhy')).toMatchObject({ ok: true })

  expect(git('log', '--format=%B').trim()).toBe('# not a comment\n\nWhy')
  expect(git('ls-files')).toBe('site/a.md\n')
})

it('runs hooks, and says what one said that refuses; a new story is as unknown to git as before', async () => {
  const { folder, path, write, git } = await aRepository({ 'a.md': story() })
  writeFileSync(
    path('.git/hooks/pre-commit'),
    '#!/bin/sh\necho "No quality below 50" >&2\nexit 1\n'
  )
  chmodSync(path('.git/hooks/pre-commit'), 0o755)
  const head = git('rev-parse', 'HEAD')
  await write('a.md', story(1))
  await write('new.md', story(1))

  const done = await commit(folder, ['a.md', 'new.md'])

  expect(errorOf(done)).toEqual({ code: 'failed', reason: 'No quality below 50.' })
  expect(git('rev-parse', 'HEAD')).toBe(head)
  expect(git('status', '--porcelain')).toBe(' M a.md\n?? new.md\n')
})

it('refuses while a lock, a merge or a rebase is on, and says which', async () => {
  const { folder, path, write, git } = await aRepository({ 'a.md': story(), 'b.md': story() })
  git('checkout', '--quiet', '-b', 'other')
  await write('a.md', story(1))
  git('commit', '--quiet', '-am', 'Other')
  git('checkout', '--quiet', 'main')
  await write('a.md', story(2))
  git('commit', '--quiet', '-am', 'Main')
  const head = git('rev-parse', 'HEAD')
  const tryNow = async () => {
    await write('b.md', story(9))
    return errorOf(await commit(folder, ['b.md']))
  }

  writeFileSync(path('.git/index.lock'), '')
  expect(await tryNow()).toEqual({ code: 'busy', busy: 'locked' })
  rmSync(path('.git/index.lock'))
  git('checkout', '--quiet', '--', 'b.md')
  gitIn(folder, 'merge', 'other')
  expect(await tryNow()).toEqual({ code: 'busy', busy: 'merge' })
  git('merge', '--abort')
  git('checkout', '--quiet', '--', 'b.md')
  gitIn(folder, 'rebase', 'other')
  expect(await tryNow()).toEqual({ code: 'busy', busy: 'rebase' })
  git('rebase', '--abort')
  expect(git('rev-parse', 'HEAD')).toBe(head)
})

it('refuses a story that clashes, an empty message, and stories that are as they were', async () => {
  const { folder, write, git } = await aRepository({ 'a.md': story() })
  git('checkout', '--quiet', '-b', 'other')
  await write('a.md', story(1))
  git('commit', '--quiet', '-am', 'Other')
  git('checkout', '--quiet', 'main')

  expect(errorOf(await commit(folder, ['a.md']))).toEqual({ code: 'nothing-to-commit' })
  await write('a.md', story(2))
  expect(errorOf(await commit(folder, ['a.md'], ' \n'))).toEqual({ code: 'no-message' })
  git('stash', '--quiet')
  git('checkout', '--quiet', 'other')
  gitIn(folder, 'stash', 'pop')
  expect(errorOf(await commit(folder, ['a.md']))).toEqual({ code: 'conflicted', story: 'a.md' })
})

it('says that git does not know who commits', async () => {
  const { folder, write, git } = await aRepository({ 'a.md': story() })
  git('config', '--unset', 'user.name')
  git('config', '--unset', 'user.email')
  git('config', 'user.useConfigOnly', 'true')
  await write('a.md', story(1))
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' }

  const done = await commitStories({ root: folder, env }, ['a.md' as StoryId], 'Why')

  expect(errorOf(done)).toEqual({ code: 'no-identity' })
})

it('commits on a detached HEAD, in a worktree, in a submodule and in a sparse checkout', async () => {
  const { folder, path, git } = await aRepository({ 'a.md': story(), 'b/b.md': story() })
  const last = (root: string) => gitOrThrow(root)('log', '-1', '--format=%s', '--name-only')
  const committed = 'Score 1 story\n\na.md\n'

  git('checkout', '--quiet', '--detach')
  writeFileSync(path('a.md'), story(1))
  expect(errorOf(await commit(folder, ['a.md']))).toBeNull()
  expect(last(folder)).toBe(committed)

  const other = await aFolder()
  git('worktree', 'add', '--quiet', other.path('tree'))
  writeFileSync(other.path('tree/a.md'), story(2))
  expect(errorOf(await commit(other.path('tree'), ['a.md']))).toBeNull()
  expect(last(other.path('tree'))).toBe(committed)

  const parent = await aRepository({ 'p.md': story() })
  parent.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', folder, 'sub')
  const sub = gitOrThrow(parent.path('sub'))
  sub('config', 'user.name', 'Editor')
  sub('config', 'user.email', 'editor@desk.example')
  writeFileSync(parent.path('sub/a.md'), story(3))
  expect(errorOf(await commit(parent.path('sub'), ['a.md']))).toBeNull()
  expect(last(parent.path('sub'))).toBe(committed)

  git('sparse-checkout', 'set', '--no-cone', '/a.md')
  writeFileSync(path('a.md'), story(4))
  expect(errorOf(await commit(folder, ['a.md']))).toBeNull()
  expect(last(folder)).toBe(committed)
  expect(git('ls-files')).toBe('a.md\nb/b.md\n')
})
