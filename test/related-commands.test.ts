import { expect, it } from 'vitest'
import { aFolder } from './a-folder'
import { runCli } from './built-cli'

const HARBOUR = 'Storm shuts the harbour for a second night'
const report = (title: string, webUrl: string, at: string, more = '') => `---
title: "${title}"
excerpt: "Boats stay in, and the ferry to the islands does not run."
publishedDateTime: 2026-03-12T${at}:00Z
webUrl: "${webUrl}"
${more}---
`
const LINKS = `related:
  - title: "Ferry to the islands does not run"
    publishedDateTime: 2026-03-12T11:00:00Z
    webUrl: "https://isles.example/ferry"
  - title: "Ferry to the islands does not run"
    publishedDateTime: 2026-03-12T11:00:00Z
    webUrl: "https://www.isles.example/ferry?utm_source=x"
  - other-story
`

const aLibrary = () =>
  aFolder({
    '_news/copy.md': report(HARBOUR, 'https://copy.example/a', '11:30'),
    '_news/list.md': report('Islands wait for bread', 'https://list.example/b', '12:00', LINKS),
    '_news/storm.md': report(HARBOUR, 'https://storm.example/a', '09:00'),
    '_news/broken.md': '---\ntitle: "open\n---\n',
    'README.md': 'No story.\n'
  })

const parsed = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

it('names what is double, between stories and inside lists', async () => {
  const { folder } = await aLibrary()

  const { code, stdout, stderr } = await runCli(['duplicates', folder, '--json'])

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(parsed(stdout)).toEqual([
    {
      tier: 'same-title',
      a: { story: '_news/copy.md' },
      b: { story: '_news/storm.md' },
      why: expect.any(String)
    },
    {
      tier: 'same-page',
      a: { link: 'https://isles.example/ferry', of: '_news/list.md', at: 0 },
      b: { link: 'https://www.isles.example/ferry?utm_source=x', of: '_news/list.md', at: 1 },
      why: 'Both lead to the same page, isles.example/ferry.'
    }
  ])
  const { stdout: text } = await runCli(['duplicates', folder])
  expect(text).toMatch(
    /^same-title _news\/copy\.md = _news\/storm\.md The same title, 3 hours apart\.$/m
  )
})

it('suggests coverage from stories and lists, with the reason', async () => {
  const { folder } = await aLibrary()

  const one = await runCli(['suggest', folder, '_news/storm.md', '--json'])
  const all = await runCli(['suggest', folder, '--all', '--limit', '1', '--json'])

  expect({ ...one, stdout: parsed(one.stdout) }).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      {
        story: '_news/storm.md',
        suggestions: [
          {
            url: 'https://copy.example/a',
            story: '_news/copy.md',
            title: HARBOUR,
            score: expect.any(Number),
            why: expect.stringMatching(/words shared .*, 3 hours apart/)
          },
          expect.objectContaining({ story: '_news/list.md' }),
          expect.objectContaining({ story: null, url: 'https://isles.example/ferry' })
        ]
      }
    ]
  })
  expect(parsed(all.stdout).map(({ story, suggestions }) => [story, suggestions.length])).toEqual([
    ['_news/copy.md', 1],
    ['_news/list.md', 1],
    ['_news/storm.md', 1]
  ])
})

it('says that a story is not there, or cannot be read', async () => {
  const { folder } = await aLibrary()

  for (const story of ['_news/gone.md', '_news/broken.md', 'README.md']) {
    expect(await runCli(['suggest', folder, story])).toEqual({
      code: 2,
      stdout: '',
      stderr: `There is no story that can be read at ${story}.\n`
    })
  }
})

it.each([
  ['neither a story nor --all', ['suggest', '.'], 'Name a story, or say --all.'],
  ['two stories', ['suggest', '.', 'a.md', 'b.md'], 'Only one story can be named'],
  ['a story outside', ['suggest', '.', '../a.md'], 'is no path below the folder'],
  ['no folder for suggestions', ['suggest'], 'The folder is missing.'],
  ['two folders', ['duplicates', '.', '.'], 'Only one folder']
])('refuses %s as wrong use', async (_, args, why) => {
  const { code, stdout, stderr } = await runCli(args)

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(why)
})
