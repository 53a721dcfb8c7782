import { expect, it } from 'vitest'
import * as z from 'zod'
import { aFolder } from './a-folder'
import { runCli } from './built-cli'

const story = (more: string) => `---
title: "Tides"
excerpt: "High water"
publishedDateTime: 2026-03-01T10:00:00Z
webUrl: "https://wire.example/tides"
quality: 80
heat: -1
provider:
  name: Wire
topics:
  - Oceans
${more}---

A body.
`
const links = `related:
  - title: "Ebb"
    webUrl: "https://wire.example/ebb"
    quality: 5
  - title: "Ebb"
    webUrl: "https://wire.example/ebb"
    quality: 9
`

const aLibrary = () =>
  aFolder({
    '_news/whole.md': story('published: true\n'),
    '_news/text.md': story('published: "false"\n'),
    '_news/ebb.md': story(`published: true\n${links}`),
    '_news/broken & open.md': '---\npublished: false\ntitle: "Tides\n---\n',
    'README.md': 'No story.\n',
    '_data/topics/00.yaml': 'name: Rivers\n',
    'storydesk.yml': 'checks:\n  unknown-topic: off\n  no-rule: off\n'
  })

it('prints what is wrong, worst first, as compilers do, and ends with 1 for errors', async () => {
  const { folder } = await aLibrary()

  expect(await runCli(['check', folder])).toEqual({
    code: 1,
    stdout: [
      '_news/broken & open.md:3:8: error: The quote that opens here is not closed. Jekyll publishes this file as a page without data, though it says unpublished. [broken-story]',
      '_news/text.md:12:1: error: `published` is the text “false”, not `false`, so Jekyll publishes this story. [published-by-mistake]',
      '_news/ebb.md:18:5: warning: Link 2 leads to the same address as link 1. [repeated-link]',
      '_news/ebb.md:17:5: note: Link 2 is better (9) than the link before it (5): the list is not ordered by quality. [links-not-by-quality]',
      ''
    ].join('\n'),
    stderr: [
      'storydesk.yml, line 3: checks: no-rule: There is no rule of this name. It is left out.',
      '2 errors, 1 warning and 1 note in 3 of 4 stories.',
      ''
    ].join('\n')
  })
})

it('ends with 0 where there is no error, and says so', async () => {
  const { folder } = await aFolder({ 'a.md': story('published: true\n') })

  expect(await runCli(['check', folder, '--json'])).toEqual({
    code: 0,
    stdout: '',
    stderr: 'Nothing found in 1 story.\n'
  })
})

it('counts a file that was meant to be a story', async () => {
  const { folder } = await aFolder({ 'a.md': `\n${story('')}` })

  expect(await runCli(['check', folder])).toMatchObject({
    code: 1,
    stderr: '1 error in 1 of 1 story.\n'
  })
})

it('prints patches for programs, which edit takes', async () => {
  const { folder, text } = await aLibrary()

  const { stdout } = await runCli(['check', folder, '--json'])
  const findings = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const edits = findings
    .filter(({ patch }) => patch !== null)
    .map(({ story, patch }) => JSON.stringify({ story, patch }))
  const edited = await runCli(['edit', folder], edits.join('\n'))

  expect(findings[1]).toEqual({
    story: '_news/text.md',
    rule: 'published-by-mistake',
    severity: 'error',
    line: 12,
    column: 1,
    field: 'published',
    message: expect.any(String),
    patch: [
      { op: 'test', path: '/published', value: 'false' },
      { op: 'replace', path: '/published', value: false }
    ]
  })
  expect(findings.map(({ patch }) => patch !== null)).toEqual([false, true, true, true])
  expect(edited).toMatchObject({ code: 1 }) // the list that was to be sorted has one link by now
  expect(await text('_news/text.md')).toBe(story('published: false\n'))
  expect(await text('_news/ebb.md')).toBe(
    story(`published: true\n${links.split('\n').slice(0, 4).join('\n')}\n`)
  )
  expect(await runCli(['check', folder, '--rule', 'repeated-link'])).toMatchObject({ code: 0 })
})

it('looks for named rules only, also for those that are off', async () => {
  const { folder } = await aLibrary()

  const one = await runCli(['check', folder, '--rule', 'unknown-topic'])
  const two = await runCli(['check', folder, '--rule=repeated-link', '--rule', 'broken-story'])

  expect(one).toMatchObject({ code: 0 })
  expect(one.stdout.match(/\[unknown-topic\]$/gm)).toHaveLength(3)
  expect(two).toMatchObject({ code: 1 })
  expect(two.stdout.match(/\[[a-z-]+\]$/gm)).toEqual(['[broken-story]', '[repeated-link]'])
})

/** What our log uses of SARIF 2.1.0, as its schema says it. */
const Level = z.enum(['none', 'note', 'warning', 'error'])
const Text = z.strictObject({ text: z.string().min(1) })
const SarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.literal('Storydesk'),
          semanticVersion: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: Text,
              defaultConfiguration: z.strictObject({ level: Level })
            })
          )
        })
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(-1),
          level: Level,
          message: Text,
          locations: z.array(
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({ uri: z.string() }),
                region: z.strictObject({
                  startLine: z.int().min(1),
                  startColumn: z.int().min(1)
                })
              }),
              logicalLocations: z
                .array(z.strictObject({ fullyQualifiedName: z.string() }))
                .optional()
            })
          )
        })
      )
    })
  ])
})

it('prints a log for code hosts', async () => {
  const { folder } = await aLibrary()

  const { code, stdout } = await runCli(['check', folder, '--sarif'])
  const { runs } = SarifLog.parse(JSON.parse(stdout))
  const [{ tool, results }] = runs

  expect(code).toBe(1)
  expect(results.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
    'broken-story error',
    'published-by-mistake error',
    'repeated-link warning',
    'links-not-by-quality note'
  ])
  for (const { ruleId, ruleIndex } of results) {
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  }
  expect(results[0]?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: '_news/broken%20%26%20open.md' },
    region: { startLine: 3, startColumn: 8 }
  })
})

it.each([
  ['two forms', ['check', '.', '--json', '--sarif'], 'Choose one of --json and --sarif.'],
  ['an unknown rule', ['check', '.', '--rule', 'typo'], 'There is no rule "typo".'],
  ['no folder', ['check'], 'The folder is missing.'],
  ['two folders', ['check', '.', '.'], 'Only one folder can be checked.']
])('refuses %s as wrong use', async (_, args, why) => {
  const { code, stdout, stderr } = await runCli(args)

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(why)
  expect(stderr).toContain('See storydesk check --help.')
})

it('says in one sentence that a folder is missing, and lists its rules', async () => {
  const { path } = await aFolder()

  expect(await runCli(['check', path('gone')])).toEqual({
    code: 2,
    stdout: '',
    stderr: `There is no folder at ${path('gone')}. Choose another one, or connect its drive.\n`
  })
  const { stdout } = await runCli(['check', '--help'])
  expect(stdout).toMatch(/^ {2}broken-story +error +Jekyll publishes a file/m)
})
