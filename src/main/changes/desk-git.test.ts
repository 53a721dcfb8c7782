import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { explainRevertError } from '#shared/library/desk-changes'
import { explainGitError } from '#shared/library/git-error'
import { linkKeys } from '#shared/story/link-key'
import { aFolder } from '../../../test/a-folder'
import { anotherLibrary, id, storyIn, until } from '../../../test/a-library'
import { aRepository, gitIn } from '../../../test/a-repository'
import { revertLinks } from '../story/revert-links'
import { createDeskGit } from './desk-git'

const link = (name: string, quality = 5) =>
  `  - title: ${name}\n    webUrl: 'https://${name}.example/' # kept\n    quality: ${quality}\n`
const LINKS = ['a', 'b', 'c', 'd'].map((name) => link(name))
const story = ({ quality = '52 # scored', published = 'false', links = LINKS } = {}) =>
  `---\ntitle: 'Tides'\nquality: ${quality}\npublished: ${published}\ntopics: [Oceans]\nrelated:\n${links.join('')}---\nBody\n`

/** A desk on a repository in which these stories are committed. */
async function aDesk(files: Readonly<Record<string, string>> = { '_news/a.md': story() }) {
  const repository = await aRepository(files)
  const library = await anotherLibrary(repository.folder, null)
  const git = createDeskGit({ library })
  return {
    ...repository,
    library,
    desk: git,
    text: (path: string) => readFileSync(repository.path(path), 'utf8'),
    /** Writes a story like another program, and waits until the desk has seen it. */
    async robot(path: string, text: string) {
      const before = storyIn(library, path)?.version
      await repository.write(path, text)
      await library.refresh()
      await until(library, () => storyIn(library, path)?.version !== before)
    },
    async rows(path = '_news/a.md') {
      const found = await git.list()
      if (!found.ok) throw new Error(explainGitError(found.error))
      const rows = found.value.stories.find((one) => one.id === path)?.rows ?? []
      return rows.map(({ words, by }) => [words, by])
    }
  }
}

const A = id('_news/a.md')

it('says who changed each field: this desk, or somebody outside', async () => {
  const { library, robot, rows, text } = await aDesk()
  await library.change(A, { kind: 'set', field: 'published', was: false, value: true }, null)
  expect(await rows()).toEqual([['Published: on, was off', 'desk']])

  await robot('_news/a.md', text('_news/a.md').replace('52', '80'))
  expect(await rows()).toEqual([
    ['Quality: 80, was 52', 'outside'],
    ['Published: on, was off', 'desk']
  ])

  await robot('_news/a.md', text('_news/a.md').replace('true', '"true"'))
  expect(await rows()).toContainEqual(['Published: “true”, was off', 'both'])
})

it('takes back one field to the very bytes of the commit, and Undo brings it again', async () => {
  const { library, desk, text } = await aDesk()
  // Its comment goes with it.
  await library.change(A, { kind: 'set', field: 'quality', was: 52 }, null)
  const changed = text('_news/a.md')

  expect(await desk.revert(A, { kind: 'field', field: 'quality' })).toEqual({
    ok: true,
    value: null
  })
  expect(text('_news/a.md')).toBe(story())

  expect((await library.undo())?.label).toBe('Revert quality')
  expect(text('_news/a.md')).toBe(changed)
})

it('takes back one field and nothing else', async () => {
  const { desk, robot, text } = await aDesk()
  await robot(
    '_news/a.md',
    story({ quality: '80', published: 'true' }).replace("'Tides'", '"Tides"')
  )

  await desk.revert(A, { kind: 'field', field: 'quality' })

  expect(text('_news/a.md')).toBe(
    story({ quality: '52', published: 'true' }).replace("'Tides'", '"Tides"')
  )
})

it('takes back how a field was spelled with it, and leaves the comments of today', async () => {
  const { desk, robot, text } = await aDesk()
  const today = (title: string) =>
    story({ published: 'true' }).replace("'Tides'", `${title} # Today`)
  await robot('_news/a.md', today('"Tides turn"'))
  await desk.revert(A, { kind: 'field', field: 'title' })
  expect(text('_news/a.md')).toBe(today("'Tides'"))
})

it('takes back one link: added, removed, moved or changed', async () => {
  const { desk, robot, text } = await aDesk()
  const [a = '', , , d = ''] = LINKS
  await robot('_news/a.md', story({ links: [link('n'), a, d, link('b', 9)] }))
  const links = await desk.links(A)
  expect(links.ok && links.value.map(({ title, words }) => `${title}: ${words}`)).toEqual([
    'n: added at 1',
    'd: moved from 4 to 3',
    'b: Quality: 9, was 5',
    'c: removed, was at 3'
  ])

  for (const { key } of links.ok ? links.value : []) {
    expect((await desk.revert(A, { kind: 'link', link: key })).ok).toBe(true)
  }

  expect(text('_news/a.md').replaceAll(' # kept', '')).toBe(story().replaceAll(' # kept', ''))
})

it('plans links back to what they were, whatever became of them', () => {
  const item = fc.record({
    webUrl: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    quality: fc.integer({ min: 0, max: 3 })
  })
  const list = fc.uniqueArray(item, { selector: ({ webUrl }) => webUrl, maxLength: 5 })
  fc.assert(
    fc.property(list, list, (before, now) => {
      const changes = revertLinks(before, now, null)
      expect(changes).not.toBeNull()
      for (const { kind } of changes ?? []) expect(kind).toMatch(/-link$/)
      if (linkKeys(before).join() === linkKeys(now).join()) {
        expect(changes?.every(({ kind }) => kind === 'set-link')).toBe(true)
      }
    })
  )
})

it('takes back a whole story, also one that is gone or cannot be read', async () => {
  const { library, desk, robot, path, text, rows } = await aDesk()
  await robot('_news/a.md', '---\ntitle: "x\n---\n')
  expect((await rows())[0]?.[0]).toMatch(/^File: can no longer be read/)
  const refused = await desk.revert(A, { kind: 'field', field: 'title' })
  expect(refused.ok ? '' : explainRevertError(refused.error)).toMatch(/Nothing was changed\.$/)

  await desk.revert(A, { kind: 'story' })
  expect(text('_news/a.md')).toBe(story())
  await library.undo()
  expect(text('_news/a.md')).toBe('---\ntitle: "x\n---\n')

  rmSync(path('_news/a.md'))
  await library.refresh()
  await until(library, ({ stories }) => stories.length === 0)
  expect((await desk.revert(A, { kind: 'story' })).ok).toBe(true)
  expect(text('_news/a.md')).toBe(story())
})

it('takes stories out of git with the line endings that they have in the folder', async () => {
  const { desk, robot, text, write, git } = await aDesk()
  const windows = (file: string) => file.replaceAll('\n', '\r\n')
  await write('.gitattributes', '*.md text eol=crlf\n')
  await write('_news/a.md', windows(story()))
  git('add', '--all')
  git('commit', '--quiet', '-m', 'Line endings')
  await robot('_news/a.md', windows(story({ published: 'true' })))

  await desk.revert(A, { kind: 'story' })
  expect(text('_news/a.md')).toBe(windows(story()))
})

it('says what changed line by line, as git does', async () => {
  const { desk, robot } = await aDesk()
  await robot('_news/a.md', story({ published: 'true' }))
  const lines = await desk.lines(A)
  expect(lines.ok && lines.value.split('\n').filter((line) => /^[-+]/.test(line))).toEqual([
    '-published: false',
    '+published: true'
  ])
})

it('refuses to commit what goes online by mistake, unless it is overruled', async () => {
  const { desk, robot, git } = await aDesk({ '_news/a.md': story(), '_news/b.md': story() })
  await robot('_news/a.md', story({ published: '"false"' }))
  await robot('_news/b.md', story({ quality: '1' }))
  const ids = [A, id('_news/b.md')]
  const wish = { ids, message: 'Score', overrule: false }

  const refused = await desk.commit(wish)
  expect(refused).toMatchObject({
    error: { kind: 'findings', findings: [{ story: A, rule: 'published-by-mistake' }] }
  })
  expect(git('log', '--format=%s')).toBe('Start\n')

  expect((await desk.commit({ ...wish, overrule: true })).ok).toBe(true)
  expect(git('log', '--format=%s')).toBe('Score\nStart\n')
  expect(git('status', '--porcelain')).toBe('')
})

it('suggests a message for the chosen stories', async () => {
  const { desk, robot } = await aDesk({ '_news/a.md': story(), '_news/b.md': story() })
  await robot('_news/a.md', story({ published: 'true' }))
  await robot('_news/b.md', story({ quality: '1' }))
  expect(await desk.suggest([A])).toEqual({ ok: true, value: 'Publish 1 story' })
  expect(await desk.suggest([A, id('_news/b.md')])).toEqual({
    ok: true,
    value: 'Publish 1 story, score 1'
  })
})

it('settles a story that a merge left with conflict markers, and asks for true clashes only', async () => {
  const { folder, library, desk, write, git, text } = await aDesk()
  git('checkout', '--quiet', '-b', 'robot')
  await write('_news/a.md', story({ quality: '80', published: 'true', links: LINKS.slice(1) }))
  git('commit', '--quiet', '-am', 'Robot')
  git('checkout', '--quiet', 'main')
  await write('_news/a.md', story({ quality: '10' }).replace('[Oceans]', '[Oceans, Ports]'))
  git('commit', '--quiet', '-am', 'Editor')
  expect(gitIn(folder, 'merge', 'robot').code).toBe(1)
  expect(text('_news/a.md')).toContain('<<<<<<<')
  await library.refresh()

  expect(await desk.clash(A)).toEqual({
    ok: true,
    value: {
      rows: [
        { words: 'Quality: 10 in ours, 80 in theirs, was 52', asks: true, ours: 10, theirs: 80 }
      ],
      deletedBy: null,
      isRebase: false
    }
  })
  expect(await desk.settle(A, ['theirs'])).toEqual({ ok: true, value: null })

  expect(text('_news/a.md')).toBe(
    story({ quality: '80', published: 'true', links: LINKS.slice(1) }).replace(
      '[Oceans]',
      '[Oceans, Ports]'
    )
  )
  expect(git('ls-files', '--unmerged')).toBe('')
  const again = await desk.clash(A)
  expect(again.ok ? '' : explainRevertError(again.error)).toMatch(
    /^Git keeps nothing of _news\/a\.md/
  )
})

it('tells git to merge stories by field when it is asked to, and only then', async () => {
  const { desk, git, text, write } = await aDesk({
    '_news/a.md': story(),
    'about us/b.markdown': story()
  })
  await write('.gitattributes', '*.png binary')
  const before = await desk.mergeSetup()
  expect(before).toMatchObject({ value: { isConfigured: false, isAttributed: false } })
  expect(text('.gitattributes')).toBe('*.png binary')

  expect(await desk.setUpMerge()).toEqual({ ok: true, value: null })
  await desk.setUpMerge()

  expect(text('.gitattributes')).toBe(
    '*.png binary\n"/about us/**/*.markdown" merge=storydesk\n/_news/**/*.md merge=storydesk\n'
  )
  expect(git('check-attr', 'merge', '--', '_news/a.md', 'about us/b.markdown', 'x.md')).toBe(
    '_news/a.md: merge: storydesk\nabout us/b.markdown: merge: storydesk\nx.md: merge: unspecified\n'
  )
  expect(git('config', 'merge.storydesk.driver')).toMatch(/ merge --path=%P -- %O %A %B\n$/)
  expect(await desk.mergeSetup()).toMatchObject({
    value: { isConfigured: true, isAttributed: true }
  })
})

it('says which folders of the library are repositories of their own', async () => {
  const { desk, library, path, write } = await aDesk()
  for (const folder of ['apart', 'apart/below', '_news/deep/apart']) {
    await write(`${folder}/x.md`, story())
    gitIn(path(folder), 'init', '--quiet')
  }
  await write('_news/deep/x.md', story())
  await library.refresh()
  await until(library, ({ stories }) => stories.length === 5)
  expect(await desk.list()).toMatchObject({ value: { apart: ['_news/deep/apart', 'apart'] } })
})

it('says that there is no repository, and no story is touched', async () => {
  const { folder } = await aFolder({ '_news/a.md': story() })
  const library = await anotherLibrary(folder, null)
  onTestFinished(() => library.close())
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: folder }
  const desk = createDeskGit({ library, env })
  const none = { ok: false, error: { code: 'no-repository' } }
  expect(await desk.list()).toEqual(none)
  expect(await desk.repository()).toEqual(none)
  expect(await desk.mergeSetup()).toEqual(none)
  expect(await desk.revert(A, { kind: 'story' })).toEqual({
    ok: false,
    error: { kind: 'git', error: { code: 'no-repository' } }
  })
})

it('stands where git says, and is not held up by a git that hangs', async () => {
  const { library, desk, git, write } = await aDesk()
  git('checkout', '--quiet', '-b', 'mine', '--track', 'main')
  await write('_news/a.md', story({ quality: '1' }))
  git('commit', '--quiet', '-am', 'Score')
  const head = git('rev-parse', 'HEAD').trim()
  expect(await desk.repository()).toEqual({
    ok: true,
    value: { branch: 'mine', commit: head, ahead: 1, behind: 0, busy: null }
  })

  const bin = await aFolder()
  await bin.write('git', '#!/bin/sh\nsleep 600\n')
  chmodSync(bin.path('git'), 0o755)
  const env = { ...process.env, PATH: `${bin.folder}:${process.env.PATH}` }
  const slow = createDeskGit({ library, env, seconds: 1 })
  const late = { code: 'timeout', seconds: 1 }
  const [list, lines, commit] = await Promise.all([
    slow.list(),
    slow.lines(A),
    slow.commit({ ids: [A], message: 'x', overrule: true })
  ])
  expect([list, lines]).toEqual([late, late].map((error) => ({ ok: false, error })))
  expect(commit).toEqual({ ok: false, error: { kind: 'git', error: late } })
  expect(
    await library.change(A, { kind: 'set', field: 'quality', was: 1, value: 2 }, null)
  ).toMatchObject({ ok: true })
})

it.each(['_news/it’s “$(touch x)” ü.md', '-rf.md', '_news/a:b*.md', 'sub folder/[x].md'])(
  'finds the story in git whatever it is called: %s',
  async (name) => {
    const { desk, robot, text } = await aDesk({ [name]: story() })
    await robot(name, story({ published: 'true' }))
    const lines = await desk.lines(id(name))
    expect(lines.ok && lines.value).toContain('+published: true')
    expect((await desk.revert(id(name), { kind: 'field', field: 'published' })).ok).toBe(true)
    expect(text(name)).toBe(story())
  }
)

it('takes a renamed story back to what it said, under its new name', async () => {
  const { desk, library, git, path, text, write } = await aDesk()
  git('mv', '_news/a.md', '_news/b.md')
  await write('_news/b.md', story({ published: 'true' }))
  await library.refresh()
  await until(library, () => storyIn(library, '_news/b.md') !== undefined)
  const found = await desk.list()
  expect(found.ok && found.value.stories).toMatchObject([
    {
      id: '_news/b.md',
      kind: 'renamed',
      from: '_news/a.md',
      rows: [{ words: 'Published: on, was off' }]
    }
  ])

  await desk.revert(id('_news/b.md'), { kind: 'story' })
  expect(text('_news/b.md')).toBe(story())
  expect(existsSync(path('_news/a.md'))).toBe(false)
})

it('has nothing to go back to before the first commit, and says so', async () => {
  const { desk, library, write } = await aDesk({})
  await write('_news/a.md', story())
  await library.refresh()
  await until(library, ({ stories }) => stories.length === 1)
  const done = await desk.revert(A, { kind: 'story' })
  expect(done.ok ? '' : explainRevertError(done.error)).toBe(
    '_news/a.md is not in the last commit, so there is nothing to go back to. Nothing was changed.'
  )
  expect((await desk.commit({ ids: [A], message: 'First', overrule: false })).ok).toBe(true)
})
