import { mkdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { usualSettings } from '#shared/library/settings'
import { aFolder } from '../../../test/a-folder'
import { readSettings, settingsFrom } from './read-settings'

it('takes what the file says, and the default for what it does not', async () => {
  const { folder, write } = await aFolder()

  expect(await readSettings(folder)).toEqual({ settings: usualSettings, problems: [] })
  await write('storydesk.yml', '# nothing yet\n')
  expect(await readSettings(folder)).toEqual({ settings: usualSettings, problems: [] })
  await write('storydesk.yml', 'stories: [_posts/**]\n')
  const settings = { ...usualSettings, stories: ['_posts/**'] }
  expect(await readSettings(folder)).toEqual({ settings, problems: [] })
})

it.each([
  ['text instead of a list', 'stories: _posts/**', 1, /^stories: This must be a list. The default/],
  ['an empty list', 'stories: []', 1, /^stories: This is empty/],
  [
    'something odd in a list',
    '# one\n\nstories:\n  - a.md\n  - 5',
    5,
    /^stories: number 2: This must be a text/
  ],
  ['a pattern that leads out', 'stories:\n  - a.md\n  - ../b.md', 3, /^stories: number 2: .*below/],
  ['nothing but exceptions', 'stories: ["!a.md"]', 1, /^stories: At least one pattern/],
  ['an unknown name', 'stories: [a.md]\r\nstorys: [b.md]', 2, /^storys: .*no setting/],
  ['a name like a prototype', '__proto__: 1', 1, /^__proto__: /],
  ['broken YAML', 'stories: [a.md]\nx: "open', 2, /stream/],
  ['an unknown rule', 'checks:\n  unknown-topic: off\n  no-rule: off', 3, /^checks: no-rule: /],
  ['a grade that is none', '# one\nchecks: { self-link: bad }', 2, /^checks: self-link: It can be/],
  ['text instead of rules', 'stories: [a.md]\nchecks: none', 2, /^checks: .*default holds/],
  ['a range that is none', 'quality:\n  least: 9\n  most: 3', 1, /^quality: `least` must be less/],
  [
    'a preset out of range',
    'quality:\n  most: 5\n  presets: [1, 7]',
    3,
    /presets: number 2: .*from 0 to 5/
  ],
  ['an unknown part', 'quality:\n  most: 9\n  best: 3\n', 3, /^quality: There is no “best” here/],
  [
    'a score in words',
    'quality:\n  least: 0\n  most: high',
    3,
    /^quality: most: This must be a number/
  ],
  ['a field of two words', 'dates: [a, b c]', 1, /^dates: number 2: This is no name/],
  ['topics elsewhere', 'topics: ../elsewhere', 1, /^topics: This is no path below/],
  [
    'neither yes nor no',
    '# one\nremotePictures: maybe',
    2,
    /^remotePictures: This must be true or false/
  ],
  [
    'a score with a fraction',
    'quality: {most: 9.5}',
    1,
    /^quality: most: This must be a whole number/
  ],
  ['a score below all', 'quality: {least: -1}', 1, /^quality: least: This must be 0 or more/],
  ['too many presets', 'quality: {presets: [1,2,3,4,5,6,7,8,9,10]}', 1, /too many: 9 at most/],
  ['a long path', `topics: ${'x'.repeat(501)}`, 1, /^topics: This is longer than 500/],
  [
    'a setting without a value',
    'stories: [a.md]\nquality:',
    2,
    /^quality: This must be names with/
  ],
  ['a view without a query', 'views:\n  - name: a', 2, /query: This is missing/],
  [
    'a view with an odd group',
    'views:\n  - { name: a, query: x, group: y }',
    2,
    /group: This must be provider or/
  ],
  ['a list at the top', '- a.md', 1, /not a list of names/]
])('says with its line that there is %s', (_, text, line, message) => {
  expect(settingsFrom(text)).toMatchObject({
    problems: [{ code: 'settings', line, message: expect.stringMatching(message) }]
  })
})

it('says what is wrong in the order of the lines', () => {
  const { problems } = settingsFrom('views: [{}]\nwrong: 1\nchecks: { no-rule: off }\ndates: 5\n')

  expect(problems.map(({ line }) => line)).toEqual([1, 2, 3, 4])
})

it('lets the other settings hold when one is wrong', () => {
  expect(settingsFrom('stories: [a.md]\nwrong: 1').settings).toEqual({
    ...usualSettings,
    stories: ['a.md']
  })
})

it.each([
  ['quality: { most: 10 }', [2, 4, 6, 8, 10]],
  ['quality: { most: 2 }', [1, 2]],
  ['quality: { least: 200, most: 300 }', [220, 240, 260, 280, 300]],
  ['quality: { most: 60 }', [20, 50]]
])('has presets in the range of %s, also where no usual one is', (text, presets) => {
  const { settings, problems } = settingsFrom(text)

  expect(problems).toEqual([])
  expect(settings.quality.presets).toEqual(presets)
})

it('lets the other rules hold when one is wrong', () => {
  expect(settingsFrom('checks:\n  no-rule: off\n  self-link: error\n').settings).toEqual({
    ...usualSettings,
    checks: { 'self-link': 'error' }
  })
})

it('does without a file that is no file, or far too large', async () => {
  const { folder, path } = await aFolder()
  await mkdir(path('storydesk.yml'))
  expect(await readSettings(folder)).toMatchObject({ settings: usualSettings, problems: [{}] })

  const other = await aFolder()
  await other.write('storydesk.yml', `stories: [a.md]\n${'#'.repeat(300_000)}`)
  expect(await readSettings(other.folder)).toMatchObject({
    settings: usualSettings,
    problems: [{}]
  })
})
