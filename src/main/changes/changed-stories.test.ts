import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { explainGitError } from '#shared/library/git-error'
import { aFolder } from '../../../test/a-folder'
import { aRepository, gitIn, gitOrThrow } from '../../../test/a-repository'
import { changedStories } from './changed-stories'
import type { GitPlace } from './git-status'

const story = ({ quality = 52, published = false, topics = ['Oceans'] } = {}) =>
  `---\ntitle: Tides\nquality: ${quality}\npublished: ${published}\ntopics: [${topics.join(', ')}]\n---\nBody\n`

const isMarkdown = (path: string) => path.endsWith('.md')

async function changes(root: string, place: Partial<GitPlace> = {}) {
  const found = await changedStories({ root, ...place }, isMarkdown)
  if (!found.ok) throw new Error(explainGitError(found.error))
  return found.value
}

const errorOf = async (root: string, place: Partial<GitPlace> = {}) => {
  const found = await changedStories({ root, ...place }, isMarkdown)
  return found.ok ? null : found.error
}

/** A program called git that does something else. */
async function aFakeGit(script: string): Promise<NodeJS.ProcessEnv> {
  const { folder, write, path } = await aFolder()
  await write('git', `#!/bin/sh\n${script}\n`)
  chmodSync(path('git'), 0o755)
  return { ...process.env, PATH: `${folder}:${process.env.PATH}` }
}

it('says field by field what became of stories, whatever they are called', async () => {
  const odd = '_news/it’s “$(touch x)” \n?.md'
  const { folder, path, write, git } = await aRepository({
    '_news/a.md': story(),
    '_news/b.md': story(),
    '_news/c.md': story({ quality: 1 }),
    '_news/same.md': story(),
    '-rf.md': story(),
    [odd]: story(),
    'style.css': 'a {}'
  })
  await write('_news/a.md', story({ quality: 80, published: true }))
  rmSync(path('_news/b.md'))
  renameSync(path('_news/c.md'), path('_news/moved.md'))
  git('add', '--all', '--', '_news/c.md', '_news/moved.md')
  await write('_news/moved.md', story({ quality: 2 }))
  await write('-rf.md', story({ topics: ['Oceans', 'Ports'] }))
  await write(odd, story().replace('Body', 'Text'))
  await write('_news/new.md', story())
  await write('style.css', 'b {}')
  await write('_site/a.md', story())

  const { stories } = await changes(folder)

  expect(
    stories.map(({ id, kind, from, fields }) => [id, kind, from, fields.map(({ words }) => words)])
  ).toEqual([
    ['-rf.md', 'changed', null, ['Topics: added Ports']],
    ['_news/a.md', 'changed', null, ['Quality: 80, was 52', 'Published: on, was off']],
    ['_news/b.md', 'deleted', null, []],
    [odd, 'changed', null, ['Text: changed']],
    ['_news/moved.md', 'renamed', '_news/c.md', ['Quality: 2, was 1']],
    ['_news/new.md', 'added', null, []]
  ])
})

it('calls stories that are gone or clash by the title in the last commit', async () => {
  const { folder, path, write, git } = await aRepository({
    'a.md': story(),
    'b.md': '---\ntitle: Ports\n---\n'
  })
  git('checkout', '--quiet', '-b', 'other')
  await write('a.md', story({ quality: 1 }))
  git('commit', '--quiet', '-am', 'Other')
  git('checkout', '--quiet', 'main')
  await write('a.md', story({ quality: 2 }))
  git('commit', '--quiet', '-am', 'Main')
  gitIn(folder, 'merge', 'other')
  rmSync(path('b.md'))

  const { stories } = await changes(folder)
  expect(stories.map(({ id, kind, title }) => [id, kind, title])).toEqual([
    ['a.md', 'conflicted', 'Tides'],
    ['b.md', 'deleted', 'Ports']
  ])
})

it('passes over files with a name that is no UTF-8: git could not be told which to commit', async () => {
  const { folder, write } = await aRepository({ 'a.md': story() })
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/x`), Buffer.from([0xff]), Buffer.from('.md')]),
    story()
  )
  await write('b.md', story())
  expect((await changes(folder)).stories.map(({ id }) => id)).toEqual(['b.md'])
})

it('says what became of stories in a library below the top of a repository, and of no others', async () => {
  const { path, write } = await aRepository({ 'site/_news/a.md': story(), 'b.md': story() })
  await write('site/_news/a.md', story({ quality: 80 }))
  await write('b.md', story({ quality: 80 }))

  const { stories } = await changes(path('site'))

  expect(stories.map(({ id, fields }) => [id, fields.length])).toEqual([['_news/a.md', 1]])
})

it('says of stories that cannot be read what is wrong', async () => {
  const { folder, path, write } = await aRepository({ 'a.md': story(), 'b.md': story() })
  await write('a.md', Buffer.from([0, 1, 2, 255]))
  rmSync(path('b.md'))
  mkdirSync(path('b.md'))

  const { stories } = await changes(folder)

  expect(stories.map(({ id, kind }) => [id, kind])).toEqual([
    ['a.md', 'changed'],
    ['b.md', 'deleted']
  ])
  expect(stories[0]?.fields[0]?.words).toMatch(/^File: can no longer be read/)
})

it('says on which branch the library is, and how far from the one it follows', async () => {
  const { folder: origin, git } = await aRepository({ 'a.md': story() })
  const { path, folder } = await aFolder()
  gitOrThrow(folder)('clone', '--quiet', origin, 'clone')
  const clone = gitOrThrow(path('clone'))
  const commit = (run: typeof git, why: string) =>
    run('commit', '--quiet', '--allow-empty', '-m', why)
  commit(git, 'Theirs')
  clone('fetch', '--quiet')
  commit(clone, 'Ours')
  commit(clone, 'Ours again')

  expect((await changes(path('clone'))).repository).toEqual({
    branch: 'main',
    commit: clone('rev-parse', 'HEAD').trim(),
    ahead: 2,
    behind: 1,
    busy: null
  })
  clone('checkout', '--quiet', '--detach')
  expect((await changes(path('clone'))).repository).toMatchObject({ branch: null, ahead: null })
})

it('works before the first commit, in a worktree, in a submodule and in a sparse checkout', async () => {
  const empty = await aRepository()
  await empty.write('a.md', story())
  const first = await changes(empty.folder)
  expect(first.repository).toMatchObject({ branch: 'main', commit: null })
  expect(first.stories).toMatchObject([{ id: 'a.md', kind: 'added' }])

  const { folder, path, git } = await aRepository({ 'a.md': story(), 'b/b.md': story() })
  const { path: other } = await aFolder()
  git('worktree', 'add', '--quiet', other('tree'))
  writeFileSync(other('tree/a.md'), story({ quality: 1 }))
  expect((await changes(other('tree'))).stories).toMatchObject([{ id: 'a.md', kind: 'changed' }])

  const parent = await aRepository({ 'p.md': story() })
  parent.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', folder, 'sub')
  parent.git('commit', '--quiet', '-m', 'Sub')
  writeFileSync(parent.path('sub/a.md'), story({ quality: 1 }))
  expect((await changes(parent.path('sub'))).stories).toMatchObject([{ id: 'a.md' }])
  expect((await changes(parent.folder)).stories).toEqual([])

  git('sparse-checkout', 'set', '--no-cone', '/a.md')
  expect(() => statSync(path('b/b.md'))).toThrow()
  expect((await changes(folder)).stories).toEqual([])
})

it.each([
  ['locked', (_: Git, path: Path) => writeFileSync(path('.git/index.lock'), '')],
  ['merge', (_: Git, __: Path, folder: string) => gitIn(folder, 'merge', 'other')],
  ['rebase', (_: Git, __: Path, folder: string) => gitIn(folder, 'rebase', 'other')],
  ['cherry-pick', (_: Git, __: Path, folder: string) => gitIn(folder, 'cherry-pick', 'other')],
  ['revert', (_: Git, __: Path, folder: string) => gitIn(folder, 'revert', 'HEAD~1')]
] as const)('says that a repository is busy: %s', async (busy, start) => {
  const { folder, path, write, git } = await aRepository({ 'a.md': story() })
  git('checkout', '--quiet', '-b', 'other')
  await write('a.md', story({ quality: 1 }))
  git('commit', '--quiet', '-am', 'Other')
  git('checkout', '--quiet', 'main')
  for (const quality of [2, 3]) {
    await write('a.md', story({ quality }))
    git('commit', '--quiet', '-am', 'Main')
  }

  start(git, path, folder)
  const { repository, stories } = await changes(folder)

  expect(repository.busy).toBe(busy)
  if (busy !== 'locked') expect(stories).toMatchObject([{ id: 'a.md', kind: 'conflicted' }])
})
type Git = Awaited<ReturnType<typeof aRepository>>['git']
type Path = Awaited<ReturnType<typeof aRepository>>['path']

it('writes nothing into the repository', async () => {
  const { folder, path, write } = await aRepository({ 'a.md': story() })
  await write('a.md', story()) // the index no longer knows its time
  const index = () => [readFileSync(path('.git/index')), statSync(path('.git/index')).mtimeMs]
  const before = index()

  expect((await changes(folder)).stories).toEqual([])

  expect(index()).toEqual(before)
})

it('says why there is nothing to see', async () => {
  const { folder } = await aFolder()
  const ceiling = { ...process.env, GIT_CEILING_DIRECTORIES: join(folder, '..') }
  expect(await errorOf(folder, { env: ceiling })).toEqual({ code: 'no-repository' })
  expect(await errorOf(folder, { env: { PATH: folder } })).toEqual({ code: 'no-git' })

  const old = await aFakeGit('[ "$1" = --version ] && exec echo "git version 2.17.1"; exit 129')
  expect(await errorOf(folder, { env: old })).toEqual({ code: 'old-git', version: '2.17.1' })

  const broken = await aFakeGit('echo "fatal: out of order" >&2; exit 128')
  expect(await errorOf(folder, { env: broken })).toEqual({
    code: 'failed',
    reason: 'fatal: out of order.'
  })
})

it('ends a git that hangs, and what it started', async () => {
  const { folder, path } = await aFolder()
  const env = await aFakeGit(`echo $$ > "${path('pid')}"; sleep 600; echo done`)

  expect(await errorOf(folder, { env, seconds: 2 })).toEqual({ code: 'timeout', seconds: 2 })

  const pid = Number(readFileSync(path('pid'), 'utf8'))
  await expect.poll(() => isAlive(pid)).toBe(false)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

it('explains every error: what is not lost, and what to do', () => {
  expect(explainGitError({ code: 'failed', reason: 'fatal: bad object.' })).toBe(
    'Git refused: fatal: bad object. Nothing was committed, and your stories are saved.'
  )
  expect(explainGitError({ code: 'conflicted', story: 'a.md' })).toBe(
    'a.md still clashes with another version. Nothing was committed. Settle it first.'
  )
  expect(explainGitError({ code: 'timeout', seconds: 30 })).toBe(
    'Git did not answer within 30 seconds and was stopped. Your stories are saved. Try again, or run git status in a terminal to see what holds it.'
  )
  expect(explainGitError({ code: 'busy', busy: 'rebase' })).toBe(
    'A rebase is not finished here. Finish or abort it first. Nothing was committed, and your stories are saved.'
  )
})
