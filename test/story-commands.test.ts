import { readFile, stat } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { versionOf } from '../src/main/library/story-files'
import { aFolder } from './a-folder'
import { runCli, startCli } from './built-cli'

const story = (title: string, quality: number) =>
  [
    '---',
    `title: "${title}" # by hand`,
    `quality: ${quality}`,
    'published: false',
    'topics:',
    '  - Oceans',
    '---',
    '',
    'A body.',
    ''
  ].join('\n')

const aLibraryOfTwo = () =>
  aFolder({ '_news/tides.md': story('Tides', 80), '_news/ferries.md': story('Ferries', 40) })

const setQuality = (path: string, value: unknown) =>
  `${JSON.stringify({ story: path, patch: [{ op: 'replace', path: '/quality', value }] })}\n`

const parsed = (lines: string): unknown[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

it('lists every story by its path, for programs', async () => {
  const { folder } = await aLibraryOfTwo()

  const { code, stdout, stderr } = await runCli(['list', folder, '--json'])

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(parsed(stdout)).toEqual([
    expect.objectContaining({ story: '_news/ferries.md', title: 'Ferries', quality: 40 }),
    {
      story: '_news/tides.md',
      title: 'Tides',
      published: false,
      quality: 80,
      heat: null,
      publishedDateTime: null,
      provider: null,
      topics: ['Oceans'],
      related: 0,
      type: null,
      category: null
    }
  ])
})

it('lists what a query finds, sorted and cut off, for people', async () => {
  const { folder } = await aLibraryOfTwo()

  const best = await runCli(['list', folder, 'topic:Oceans', '--sort', '-quality', '--limit', '1'])

  expect(best).toMatchObject({ code: 0, stderr: '' })
  expect(best.stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/ 80 .* Tides .*tides\.md$/)
  ])
})

it('lists stories that are one report', async () => {
  const story = (title: string, page: string) =>
    `---\ntitle: ${title}\nwebUrl: https://news.example/${page}\n---\n`
  const { folder } = await aFolder({
    'a.md': story('Tides', 'tides'),
    'b.md': story('Tides turn', 'tides?utm_source=feed'),
    'c.md': story('Rivers', 'rivers')
  })

  const { code, stdout } = await runCli(['list', folder, 'is:duplicate', '--json'])

  expect(code).toBe(0)
  expect(parsed(stdout)).toMatchObject([{ story: 'a.md' }, { story: 'b.md' }])
})

it('takes a query that begins with a minus sign', async () => {
  const { folder } = await aLibraryOfTwo()

  const { code, stdout } = await runCli(['list', folder, '-quality>50', '--json'])

  expect(code).toBe(0)
  expect(parsed(stdout)).toMatchObject([{ story: '_news/ferries.md' }])
})

it.each([
  ['an odd query', ['list', '.', 'quality:>high']],
  ['an odd key', ['list', '.', '--sort', 'colour']],
  ['an odd limit', ['list', '.', '--limit', 'few']],
  ['a limit below zero', ['list', '.', '--limit', '-1']],
  ['no folder', ['list']],
  ['no story', ['show', '.']],
  ['a story outside the folder', ['show', '.', '../tides.md']],
  ['no folder to edit', ['edit']]
])('refuses %s as wrong use', async (_, args) => {
  const { code, stdout, stderr } = await runCli(args)

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(new RegExp(`\\nSee storydesk ${args[0]} --help\\.\\n$`))
})

it('shows one story', async () => {
  const { folder, text } = await aLibraryOfTwo()

  const { code, stdout, stderr } = await runCli(['show', folder, '_news/tides.md', '--json'])

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toEqual({
    story: '_news/tides.md',
    version: versionOf(Buffer.from(await text('_news/tides.md'))),
    kind: 'story',
    data: { title: 'Tides', quality: 80, published: false, topics: ['Oceans'] },
    body: 'A body.\n'.length,
    problem: null
  })
})

it('says that there is no such story', async () => {
  const { folder } = await aLibraryOfTwo()

  expect(await runCli(['show', folder, 'gone.md', '--json'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'There is no story at gone.md.\n'
  })
})

it('edits stories from standard input, and says line by line what came of it', async () => {
  const { folder, text } = await aLibraryOfTwo()
  const edits =
    setQuality('_news/tides.md', 81) + setQuality('gone.md', 1) + setQuality('_news/ferries.md', 40)

  const { code, stdout, stderr } = await runCli(['edit', folder], edits)

  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(parsed(stdout)).toMatchObject([
    { story: '_news/tides.md', status: 'saved', error: null },
    { story: 'gone.md', status: 'refused', error: { code: 'not-found' } },
    { story: '_news/ferries.md', status: 'unchanged', error: null }
  ])
  expect(await text('_news/tides.md')).toBe(story('Tides', 81))
  expect(await text('_news/ferries.md')).toBe(story('Ferries', 40))
})

it('edits stories from a file', async () => {
  const { folder, path, text, write } = await aLibraryOfTwo()
  await write('edits.jsonl', setQuality('_news/tides.md', 81))

  const { code } = await runCli(['edit', folder, '--edits', path('edits.jsonl')])

  expect(code).toBe(0)
  expect(await text('_news/tides.md')).toBe(story('Tides', 81))
})

it('writes nothing in a dry run, and shows what it would change', async () => {
  const { folder, path } = await aLibraryOfTwo()
  const { ino, mtimeMs, ctimeMs } = await stat(path('_news/tides.md'))

  const { code, stdout } = await runCli(
    ['edit', folder, '--dry-run'],
    setQuality('_news/tides.md', 81)
  )

  expect(code).toBe(0)
  const [{ diff }] = parsed(stdout) as [{ diff: string }]
  expect(diff).toContain('\n-quality: 80\n+quality: 81\n')
  expect(await stat(path('_news/tides.md'))).toMatchObject({ ino, mtimeMs, ctimeMs })
})

it('says in one sentence that the edits cannot be read', async () => {
  const { folder, path } = await aLibraryOfTwo()
  const gone = path('gone.jsonl')

  expect(await runCli(['edit', folder, '--edits', gone])).toEqual({
    code: 2,
    stdout: '',
    stderr: `The edits cannot be read from ${gone}: the file or its folder is gone.\n`
  })
  expect(await runCli(['edit', folder, '--edits', folder])).toEqual({
    code: 2,
    stdout: '',
    stderr: `The edits cannot be read: ${folder} is a folder.\n`
  })
})

it('saves everything even if its reader has gone', async () => {
  const { folder, path } = await aLibraryOfTwo()
  const edits = Array.from({ length: 300 }, (_, index) => setQuality('_news/tides.md', index))

  const { child, ended } = await startCli(['edit', folder], edits.join(''))
  child.stdout.destroy()

  expect(await ended).toMatchObject({ code: 0, stderr: '' })
  expect(await readFile(path('_news/tides.md'), 'utf8')).toBe(story('Tides', 299))
})

it.each(['list', 'edit'])('%s says in one sentence that a folder is missing', async (command) => {
  const { path } = await aFolder()

  expect(await runCli([command, path('gone')])).toEqual({
    code: 2,
    stdout: '',
    stderr: `There is no folder at ${path('gone')}. Choose another one, or connect its drive.\n`
  })
})
