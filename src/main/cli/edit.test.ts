import { link, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fail } from '#shared/result'
import { aFolder } from '../../../test/a-folder'
import { replaceFile } from '../library/replace-file'
import { versionOf } from '../library/story-files'
import { type EditOutcome, runEdits } from './edit'

const STORY =
  '---\ntitle: "A"\nquality: 5 # five\npublishedDateTime: 2026-01-02T03:04:05Z\n---\n\nBody\n'

async function edit(
  folder: string,
  lines: readonly (string | object)[],
  options: { readonly dryRun?: boolean; readonly write?: typeof replaceFile } = {}
): Promise<readonly EditOutcome[]> {
  const outcomes: EditOutcome[] = []
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  const run = runEdits({ folder, lines: text, dryRun: false, write: replaceFile, ...options })
  for await (const outcome of run) outcomes.push(outcome)
  return outcomes
}

const quality = (story: string, value: unknown) => ({
  story,
  patch: [{ op: 'replace', path: '/quality', value }]
})

it('saves, leaves alone and refuses line by line, in order', async () => {
  const { folder, text } = await aFolder({ '_news/a.md': STORY, '_news/b.md': STORY })

  const outcomes = await edit(folder, [
    quality('_news/a.md', 6),
    '',
    quality('_news/b.md', 5),
    { story: '_news/b.md', patch: [{ op: 'remove', path: '/none' }] },
    quality('_news/a.md', 7)
  ])

  expect(outcomes.map(({ status }) => status)).toEqual(['saved', 'unchanged', 'refused', 'saved'])
  expect(await text('_news/a.md')).toBe(STORY.replace('5 # five', '7 # five'))
  expect(outcomes[3]?.version).toBe(versionOf(await readFile(join(folder, '_news/a.md'))))
  expect(outcomes[2]).toMatchObject({ error: { code: 'path-not-found', line: 2, column: 1 } })
})

it('edits what the settings call stories, and writes what they call dates', async () => {
  const { folder, text } = await aFolder({
    'page.html': STORY,
    'old.md': STORY,
    'storydesk.yml': 'stories: ["*.html"]\ndates: [ended]\n'
  })
  const patch = [{ op: 'add', path: '/ended', value: '2027-01-02T03:04:05Z' }]

  const outcomes = await edit(folder, [
    { story: 'page.html', patch },
    { story: 'old.md', patch }
  ])

  expect(outcomes).toMatchObject([
    { status: 'saved' },
    { status: 'refused', error: { code: 'not-a-story' } }
  ])
  expect(await text('page.html')).toContain('ended: 2027-01-02T03:04:05Z\n')
})

it('keeps a date a date', async () => {
  const { folder, text } = await aFolder({ 'a.md': STORY })
  const patch = [
    { op: 'replace', path: '/publishedDateTime', value: '2027-01-02T03:04:05Z' },
    { op: 'add', path: '/updatedDateTime', value: '2028-01-02T03:04:05Z' }
  ]

  await edit(folder, [{ story: 'a.md', patch }])

  expect(await text('a.md')).toContain(
    '\npublishedDateTime: 2027-01-02T03:04:05Z\nupdatedDateTime: 2028-01-02T03:04:05Z\n'
  )
})

it('refuses a number whose last digits it cannot read, and takes large ones that it can', async () => {
  const { folder, text } = await aFolder({ 'a.md': STORY })
  const line = (value: string) =>
    `{"story":"a.md","patch":[{"op":"replace","path":"/quality","value":[{"a":${value}}]}]}`

  const outcomes = await edit(folder, [
    line('9007199254740993'),
    line('-12345678901234567891'),
    line('9007199254740992'),
    line('"9007199254740993"')
  ])

  expect(outcomes.map(({ status }) => status)).toEqual(['refused', 'refused', 'saved', 'saved'])
  expect(outcomes[0]).toMatchObject({
    story: 'a.md',
    error: { code: 'inexact-number', line: 1, message: expect.stringContaining('2^53') }
  })
  expect(await text('a.md')).toContain('a: "9007199254740993"')
})

it('shows what it would do and writes nothing in a dry run', async () => {
  const { folder, text } = await aFolder({ 'a.md': STORY })

  const outcomes = await edit(folder, [quality('a.md', 6), quality('a.md', 8)], { dryRun: true })

  expect(outcomes.map(({ status }) => status)).toEqual(['saved', 'saved'])
  expect(outcomes[0]?.diff).toContain('\n-quality: 5 # five\n+quality: 6 # five\n')
  expect(outcomes[1]?.diff).toContain('\n-quality: 6 # five\n+quality: 8 # five\n')
  expect(await text('a.md')).toBe(STORY)
})

it('refuses what is no line, no story, or outside of the library, and goes on', async () => {
  const { folder, path, text } = await aFolder({
    'lib/a.md': STORY,
    'out.md': STORY,
    'lib/plain.md': 'Hi\n'
  })
  await symlink(path('out.md'), path('lib/link.md'))
  await mkdir(path('lib/dir.md'))
  await link(path('lib/a.md'), path('lib/hard.md'))

  const outcomes = await edit(path('lib'), [
    '{"story": "a.md"',
    '[]',
    { patch: [] },
    { story: 'a.md', patch: {} },
    quality('../out.md', 1),
    quality(path('out.md'), 1),
    quality('link.md', 1),
    quality('none.md', 1),
    quality('dir.md', 1),
    quality('plain.md', 1),
    quality('hard.md', 1),
    quality('a.md', 5)
  ])

  expect(outcomes.map(({ status, error }) => error?.code ?? status)).toEqual([
    'malformed-line',
    'malformed-line',
    'malformed-line',
    'malformed-line',
    'outside',
    'outside',
    'disk',
    'not-found',
    'disk',
    'no-front-matter',
    'disk',
    'unchanged'
  ])
  expect(outcomes.slice(0, 4).map(({ error }) => error?.line)).toEqual([1, 2, 3, 4])
  expect(await text('out.md')).toBe(STORY)
  expect((await readdir(folder)).sort()).toEqual(['lib', 'out.md'])
})

it('patches anew what another program wrote in between', async () => {
  const { folder, path, text } = await aFolder({ 'a.md': STORY })
  let first = true

  const [outcome] = await edit(folder, [quality('a.md', 6)], {
    write: async (...args) => {
      if (first) await writeFile(path('a.md'), STORY.replace('"A"', '"B"'))
      first = false
      return replaceFile(...args)
    }
  })

  expect(outcome).toMatchObject({ status: 'saved' })
  expect(await text('a.md')).toBe(STORY.replace('"A"', '"B"').replace('5 #', '6 #'))
})

it.each<['disk' | 'changed', string, string]>([
  ['disk', 'no permission', 'The story could not be saved: no permission. The file is as it was.'],
  [
    'changed',
    'the file was changed meanwhile',
    'The story could not be saved: other programs kept changing it. What they wrote is there.'
  ]
])(
  'says of a save that failed (%s) what happened and what to do',
  async (code, message, sentence) => {
    const { folder, text } = await aFolder({ 'a.md': STORY })

    const [outcome] = await edit(folder, [quality('a.md', 6)], {
      write: async () => fail({ code, message })
    })

    expect(outcome).toMatchObject({ status: 'refused', error: { code } })
    expect(outcome?.error?.message).toBe(`${sentence} Give this line again once that is over.`)
    expect(await text('a.md')).toBe(STORY)
  }
)

it('does not touch a file when nothing changes', async () => {
  const { folder, path } = await aFolder({ 'a.md': STORY })
  const before = await stat(path('a.md'))

  await edit(folder, [quality('a.md', 5), { story: 'a.md', patch: [] }])

  expect(await stat(path('a.md'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
})
