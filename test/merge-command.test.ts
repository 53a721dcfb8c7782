import { readdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from './a-folder'
import { aRepository, conflictList, gitIn, gitOrThrow, useDriver } from './a-repository'
import { runCli } from './built-cli'

const story = ({ quality = 52, heat = 5, title = '"Tides"' } = {}) =>
  `---\ntitle: ${title}\nquality: ${quality}\nheat: ${heat}\n---\n\nBody\n`

it('merges into ours without a word if nothing clashes', async () => {
  const { folder, path, text } = await aFolder({
    'base.md': story(),
    'ours.md': story({ quality: 80 }),
    'theirs.md': story({ heat: 0x9, title: "'Ebb'" })
  })

  const outcome = await runCli(['merge', path('base.md'), path('ours.md'), path('theirs.md')])

  expect(outcome).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(await text('ours.md')).toBe(story({ quality: 80, heat: 9, title: "'Ebb'" }))
  expect((await readdir(folder)).sort()).toEqual(['base.md', 'ours.md', 'theirs.md'])
})

it('keeps ours where both changed a field, says so and lists it, and takes the list away once all is clean', async () => {
  const { path, text, write, folder } = await aFolder({
    'base.md': story(),
    'ours.md': story({ quality: 80 }),
    'theirs.md': story({ quality: 60, heat: 9 })
  })
  const merge = () => runCli(['merge', path('base.md'), path('ours.md'), path('theirs.md')])

  const { code, stderr } = await merge()

  expect(code).toBe(1)
  expect(stderr).toContain('ours.md: Quality: 80 in ours, 60 in theirs, was 52\n')
  expect(await text('ours.md')).toBe(story({ quality: 80, heat: 9 }))
  expect(JSON.parse(await text(conflictList('ours.md')))).toEqual({
    story: path('ours.md'),
    conflicts: [
      {
        field: 'quality',
        words: 'Quality: 80 in ours, 60 in theirs, was 52',
        base: 52,
        ours: 80,
        theirs: 60
      }
    ]
  })

  await write('theirs.md', story({ heat: 9 }))
  expect((await merge()).code).toBe(0)
  expect((await readdir(folder)).sort()).toEqual(['base.md', 'ours.md', 'theirs.md'])
})

it('asks the settings of the library which fields are dates', async () => {
  const flow = (heat: number, link: string) =>
    `---\n{ title: a, heat: ${heat}, related: [${link}] }\n---\n`
  const { path, text } = await aFolder({
    'storydesk.yml': 'dates: [seen]\n',
    '_news/ours.md': flow(2, ''),
    'base.md': flow(1, ''),
    'theirs.md': flow(1, '{title: b, seen: 2026-01-02}')
  })
  const merged = await runCli(['merge', path('base.md'), path('_news/ours.md'), path('theirs.md')])
  expect(merged.code).toBe(0)
  expect(await text('_news/ours.md')).toBe(flow(2, '{title: b, seen: 2026-01-02}'))
})

it.each([
  ['a file is missing', ['base.md', 'ours.md'], 'Three files are merged'],
  ['there is one too many', ['a', 'b', 'c', 'd'], 'Three files are merged'],
  ['a file is not there', ['base.md', 'ours.md', 'none.md'], 'the file or its folder is gone']
])('ends with 2 and changes nothing if %s', async (_, files, says) => {
  const { path, text } = await aFolder({ 'base.md': story(), 'ours.md': story({ heat: 1 }) })

  const { code, stderr } = await runCli(['merge', ...files.map(path)])

  expect(code).toBe(2)
  expect(stderr).toContain(says)
  expect(await text('ours.md')).toBe(story({ heat: 1 }))
})

it('is a merge driver for git, whatever a story is called', async () => {
  const names = ['_news/a.md', '_news/it’s a “$(touch x)” \n.md', '-rf.md']
  const files = Object.fromEntries(names.map((name) => [name, story()]))
  const { folder, write, text, git } = await aRepository({
    ...files,
    '.gitattributes': '*.md merge=storydesk\n'
  })
  useDriver(git)
  git('checkout', '--quiet', '-b', 'robot')
  for (const name of names) await write(name, story({ heat: 9 }))
  git('commit', '--quiet', '-am', 'Robot')
  git('checkout', '--quiet', 'main')
  for (const name of names) await write(name, story({ quality: 80 }))
  git('commit', '--quiet', '-am', 'Editor')

  git('merge', '--quiet', 'robot')

  for (const name of names) expect(await text(name)).toBe(story({ quality: 80, heat: 9 }))
  expect(git('status', '--porcelain', '-z')).toBe('')
  expect((await readdir(folder)).sort()).toEqual(['-rf.md', '.git', '.gitattributes', '_news'])
})

it('leaves a story that clashes to the editor, readable, as conflicted in git', async () => {
  const { folder, write, text, git } = await aRepository({
    '_news/a.md': story(),
    '.gitattributes': '*.md merge=storydesk\n'
  })
  useDriver(git)
  git('checkout', '--quiet', '-b', 'robot')
  await write('_news/a.md', story({ quality: 60, heat: 9 }))
  git('commit', '--quiet', '-am', 'Robot')
  git('checkout', '--quiet', 'main')
  await write('_news/a.md', story({ quality: 80 }))
  git('commit', '--quiet', '-am', 'Editor')

  const { code, said } = gitIn(folder, 'merge', 'robot')

  expect(code).toBe(1)
  expect(said).toContain('_news/a.md: Quality: 80 in ours, 60 in theirs, was 52')
  expect(await text('_news/a.md')).toBe(story({ quality: 80, heat: 9 }))
  expect(await text(conflictList('_news/a.md'))).toContain('"story": "_news/a.md"')
  expect(gitOrThrow(folder)('status', '--porcelain', '--', '_news/a.md')).toBe('UU _news/a.md\n')
})
