import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RuleId } from '#shared/story/finding'
import type { StoryId, Version } from '#shared/story/story-id'
import { usualStorySettings } from '#shared/story/story-settings'
import { readFields } from '../../front-matter/read-fields'
import { fateOf } from '../fate'
import { storyOf } from '../story-of'
import { checkFile, gradedRules } from './check-file'
import { checkedFileOf } from './checked-file'
import type { CheckFacts } from './rule'

/** What a build makes of a file: a page (`empty`: without its data; `source`: that shows its fields), a copy, or nothing. */
type Made = 'page' | 'empty' | 'source' | 'copied' | 'nothing'

type Sample = {
  readonly text: string | Uint8Array
  /** Rules about what the site does, as they find it. */
  readonly rules: readonly RuleId[]
  readonly made: Made
}

const BODY = '---\n\nThe body.\n'
const START = '---\ntitle: Tides\npublished: false\n'
const off = (more: string): string => `${START}${more}\n${BODY}`
const published = (value: string): string => `---\ntitle: Tides\npublished: ${value}\n${BODY}`
const broken = (text: string | Uint8Array): Sample => ({
  text,
  rules: ['broken-story'],
  made: 'empty'
})
const hidden = (text: string | Uint8Array): Sample => ({
  text,
  rules: ['hidden-front-matter'],
  made: 'copied'
})
const mistake = (text: string): Sample => ({ text, rules: ['published-by-mistake'], made: 'page' })
const out = (text: string, rules: readonly RuleId[] = []): Sample => ({
  text,
  rules,
  made: 'nothing'
})

/** All of them mean that they are not to be published, save those that end in `yes`. */
const samples: Readonly<Record<string, Sample>> = {
  'open-quote': broken(off('excerpt: "High')),
  'open-quote-single': broken(off("excerpt: 'High")),
  colon: broken(off('excerpt: High: low')),
  indentation: broken(off('a: 1\n  b: 2')),
  'no-space': broken(published('false').replace(': false', ':false')),
  tab: broken(off('a:\n\tb: 1')),
  'control-character': broken(off('excerpt: "a\u0007b"')),
  'c1-control': broken(off('excerpt: "a\u0097b"')),
  nul: broken(off('excerpt: "a\u0000b"')),
  delete: broken(off('excerpt: "a\u007fb"')),
  'conflict-marks': broken(START.replace('title', '<<<<<<< HEAD\ntitle') + BODY),
  'bad-escape': broken(off('excerpt: "\\ud83d"')),
  'bad-name': broken(off('excerpt: &a! b')),
  symbol: broken(off('excerpt: :word')),
  number: broken(off('quality: 0b_')),
  time: broken(off('at: 2020-01-01\t\t12:00:00')),
  tag: broken(off('a: !ruby/object:OpenStruct {b: 1}')),
  set: broken(off('a: !!set {b, c}')),
  'unknown-alias': broken(off('a: *none')),
  'empty-key': broken(off(': 1')),
  'mark-in-line': broken(off('\uFEFFa: 1\nb: 2')),
  list: broken(`---\n- published: false\n${BODY}`),
  text: broken(`---\npublished\n${BODY}`),
  'no-fence': { text: `${START}\nThe body.\n`, rules: ['broken-story'], made: 'source' },
  'byte-order-mark': hidden(`\uFEFF${off('a: 1')}`),
  'js-fence': hidden(off('a: 1').replace('---', '---js')),
  'json-fence': hidden(`---json\n{"title": "Tides", "published": false}\n${BODY}`),
  'comment-behind': hidden(off('a: 1').replace('---', '--- # story')),
  'no-break-space-behind': hidden(off('a: 1').replace('---', '---\u00a0')),
  'one-long-dash': hidden(off('a: 1').replace('---', '—')),
  'two-bytes-each': hidden(Buffer.from(`\uFEFF${off('a: 1')}`, 'utf16le')),
  'two-bytes-swapped': hidden(Buffer.from(`\uFEFF${off('a: 1')}`, 'utf16le').swap16()),
  'four-dashes': hidden(off('a: 1').replaceAll('---', '----')),
  'blank-before': hidden(` ${off('a: 1')}`),
  'line-before': hidden(`\n${off('a: 1')}`),
  'old-mac': hidden(off('a: 1').replaceAll('\n', '\r')),
  'text-false': mistake(published('"false"')),
  'text-no': mistake(published("'no'")),
  n: mistake(published('n')),
  N: mistake(published('N')),
  zero: mistake(published('0')),
  'text-zero': mistake(published('"0"')),
  'empty-text': mistake(published('""')),
  capital: mistake(published('false').replace('published', 'Published')),
  'other-key': mistake(published('false').replace('published', 'is_published')),
  'second-document': {
    text: `---\ntitle: Tides\n--- x\npublished: false\n${BODY}`,
    rules: ['second-document'],
    made: 'page'
  },
  'twice-last-true-yes': { text: off('published: true'), rules: ['duplicate-key'], made: 'page' },
  'list-of-false': { text: published('[false]'), rules: ['published-odd'], made: 'page' },
  y: { text: published('y'), rules: ['published-odd'], made: 'page' },
  'twice-last-false': out(`---\ntitle: Tides\npublished: true\npublished: false\n${BODY}`, [
    'duplicate-key'
  ]),
  false: out(published('false')),
  no: out(published('No')),
  off: out(published('off')),
  'no-value': out(published(''), ['published-odd']),
  tilde: out(published('~'), ['published-odd']),
  tagged: out(published('!!str false').replace('!!str', '!!bool')),
  anchored: out(published('&a false')),
  'conflict-in-body': out(`${off('a: 1')}<<<<<<< HEAD\n=======\n>>>>>>> b\n`),
  'list-as-key': out(off('? [a]\n: 1'), ['not-editable']),
  'inside-itself': out(off('a: &a [1, *a]'), ['not-editable']),
  'true-yes': { text: published('true'), rules: [], made: 'page' },
  'missing-yes': { text: `---\ntitle: Tides\n${BODY}`, rules: [], made: 'page' }
}

const ABOUT_SITE: readonly RuleId[] = [
  'build-fails',
  'broken-story',
  'hidden-front-matter',
  'published-by-mistake',
  'published-odd',
  'not-editable',
  'duplicate-key',
  'second-document'
]
const facts: CheckFacts = {
  now: 0,
  topics: new Set(),
  site: { url: '', baseurl: '' },
  settings: usualStorySettings,
  hasFile: () => false
}
const bytesOf = (text: string | Uint8Array): Uint8Array => Buffer.from(text)

const rulesFor = (text: string | Uint8Array): readonly RuleId[] =>
  checkFile(
    checkedFileOf('a.md' as StoryId, bytesOf(text)),
    facts,
    gradedRules({}, ABOUT_SITE)
  ).map(({ finding }) => finding.rule)

/** Shows of each page whether Jekyll read its data. */
const CONFIG = `collections:
  news:
    output: true
defaults:
  - scope:
      path: ''
    values:
      layout: story
`

let site: string
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'storydesk-jekyll-'))
})
afterAll(() => rmSync(site, { recursive: true, force: true }))

/** Builds a site of these stories. @returns Jekyll's exit code. */
function build(stories: Readonly<Record<string, string | Uint8Array>>): number | null {
  rmSync(site, { recursive: true, force: true })
  mkdirSync(join(site, '_news'), { recursive: true })
  mkdirSync(join(site, '_layouts'))
  writeFileSync(join(site, '_config.yml'), CONFIG)
  writeFileSync(join(site, '_layouts/story.html'), '<h1>{{ page.title }}</h1>{{ content }}')
  for (const [name, text] of Object.entries(stories)) {
    writeFileSync(join(site, '_news', `${name}.md`), text)
  }
  const args = [
    'build',
    '--source',
    site,
    '--destination',
    join(site, '_site'),
    '--disable-disk-cache'
  ]
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
  return spawnSync('jekyll', args, { cwd: site, env }).status
}

function madeOf(name: string): Made {
  const read = (ending: string) => {
    try {
      return readFileSync(join(site, '_site/news', name + ending), 'utf8')
    } catch {
      return null
    }
  }
  if (read('.md') !== null) return 'copied'
  const page = read('.html')
  if (page === null) return 'nothing'
  if (page.includes('<h1>Tides</h1>')) return 'page'
  return page.includes('published:') ? 'source' : 'empty'
}

it.each(Object.keys(samples))('finds what Jekyll does with %s', (name) => {
  const { text = '', rules, made } = samples[name] ?? {}
  const file = checkedFileOf('a.md' as StoryId, bytesOf(text))

  expect(rulesFor(text)).toEqual(rules)
  if (rules?.includes('broken-story') && file.kind === 'problem') {
    expect(fateOf(file.problem)).toBe(made)
  }
})

const whyNot = spawnSync('jekyll', ['--version']).status === 0 ? null : 'jekyll is not installed'

it('says what a real build does, and the list says what is on the site', ({ skip }) => {
  skip(whyNot !== null, whyNot ?? '')
  const all = Object.entries(samples)

  expect(build(Object.fromEntries(all.map(([name, { text }]) => [name, text])))).toBe(0)

  expect(Object.fromEntries(all.map(([name]) => [name, madeOf(name)]))).toEqual(
    Object.fromEntries(all.map(([name, { made }]) => [name, made]))
  )
  for (const [name, { text, rules }] of all) {
    const fields = readFields(bytesOf(text), { skip: [] })
    // What Storydesk refuses for its own sake counts as being there, to be safe.
    if (fields.kind === 'none' || rules.includes('not-editable')) continue
    const { onSite } = storyOf('a.md' as StoryId, '' as Version, fields)
    expect([name, onSite]).toEqual([name, madeOf(name) !== 'nothing'])
  }
})

it('says why front matter is hidden', () => {
  const reason = (text: string | Uint8Array) =>
    checkFile(
      checkedFileOf('a.md' as StoryId, bytesOf(text)),
      facts,
      gradedRules({}, ABOUT_SITE)
    )[0]?.finding.message

  expect(reason(Buffer.from(`\uFEFF${off('a: 1')}`, 'utf16le'))).toMatch(/UTF-16, not UTF-8/)
  expect(reason(off('a: 1').replaceAll('\n', '\r'))).toMatch(/first line is not `---` alone/)
})

it('says of bytes that are no UTF-8 that a real build fails', ({ skip }) => {
  skip(whyNot !== null, whyNot ?? '')
  const text = Buffer.from(off('excerpt: "\xe9"'), 'latin1')

  expect(rulesFor(text)).toEqual(['build-fails'])
  expect(build({ latin1: text })).not.toBe(0)
})

/** Each with whether a real build is made too: one that fails says nothing of the others. */
const noDates = [
  ['', true],
  ['soon', true],
  ['true', true],
  ['2020-13-01', true],
  ['"2020-01-01 25:00:00"', true],
  ['2020', true],
  ['12/31/2020', true],
  ['5', false],
  ['12:30', false],
  ['"20201301"', false],
  ['2020367', false],
  ['12.31.2020', false],
  ['Monday', false],
  ['{}', false],
  ['[soon]', false],
  ['"2020-01-32"', false]
] as const
const someDates = [
  '2020-01-01',
  '"2020-1-1"',
  '2020-02-30',
  '12 March',
  'maybe',
  '12',
  '"365"',
  '1231',
  '20366',
  '20201231',
  '31/12/2020',
  '1.2.2020',
  '2020/12/31',
  '[2020-01-01]'
]

const dated = (date: string): string =>
  `---\ntitle: Tides\npublished: false\ndate: ${date}\n${BODY}`
const rulesAt = (path: string, text: string): readonly RuleId[] =>
  checkFile(checkedFileOf(path as StoryId, bytesOf(text)), facts, gradedRules({}, ABOUT_SITE)).map(
    ({ finding }) => finding.rule
  )

it.each(noDates)('says that a real build fails with the date %j', (date, isBuilt) => {
  const text = dated(date)

  expect(rulesAt('_news/a.md', text)).toEqual(['build-fails'])
  // A page outside of collections has no date of its own to Jekyll.
  expect(rulesAt('news/a.md', text)).toEqual([])
  if (whyNot === null && isBuilt) expect(build({ a: text })).not.toBe(0)
})

it('says nothing of dates that a real build reads, however odd they are', ({ skip }) => {
  for (const date of someDates) expect(rulesAt('_news/a.md', dated(date))).toEqual([])

  skip(whyNot !== null, whyNot ?? '')
  expect(build(Object.fromEntries(someDates.map((date, n) => [`${n}`, dated(date)])))).toBe(0)
})
