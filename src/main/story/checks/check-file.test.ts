import { expect, it } from 'vitest'
import type { CheckGrades } from '#shared/story/check-grades'
import { RULE_IDS, type RuleId } from '#shared/story/finding'
import type { StoryId } from '#shared/story/story-id'
import { usualStorySettings } from '#shared/story/story-settings'
import { patchFrontMatter } from '../../front-matter/patch'
import { readFrontMatter } from '../../front-matter/read'
import { checkFile, gradedRules } from './check-file'
import { checkedFileOf } from './checked-file'
import { guardedPatch } from './guarded-patch'
import type { CheckFacts } from './rule'

const WHOLE = `category: news
title: "Tides"
excerpt: "High water"
publishedDateTime: 2026-03-01T10:00:00Z
webUrl: "https://wire.example/tides"
type: article
quality: 80
heat: -1
published: true
provider:
  name: Wire
topics:
  - Oceans
`

const facts: CheckFacts = {
  now: Date.UTC(2026, 2, 12),
  topics: new Set(['Oceans', 'City Hall']),
  site: { url: 'https://desk.example', baseurl: '/news' },
  settings: usualStorySettings,
  hasFile: (path) => path === 'assets' || path === 'assets/tide.png'
}
const story = (matter: string): string => `---\n${matter}---\n\nBody\n`
const id = '_news/a.md' as StoryId
const fileOf = (text: string | Uint8Array) => checkedFileOf(id, Buffer.from(text))

const check = (text: string | Uint8Array, grades: CheckGrades = {}, only?: readonly RuleId[]) =>
  checkFile(fileOf(text), facts, gradedRules(grades, only))
const found = (text: string | Uint8Array) =>
  check(text).map(({ finding }) => `${finding.rule} ${finding.field ?? '-'} ${finding.line}`)
const messages = (text: string | Uint8Array) => check(text).map(({ finding }) => finding.message)

const link = (webUrl: string, more = '') => `  - title: "Link"\n    webUrl: "${webUrl}"\n${more}`
const withLinks = (...links: readonly string[]) => `${WHOLE}related:\n${links.join('')}`
const set = (field: string, value: string): string =>
  story(WHOLE.replace(new RegExp(`^${field}:.*$`, 'm'), `${field}: ${value}`))

it('finds nothing in a whole story, in a page of another kind, and in a file without front matter', () => {
  expect(found(story(WHOLE))).toEqual([])
  expect(found(story('title: "About"\nlayout: page\n'))).toEqual([])
  expect(found(story('title: "About"\npublished: false\n'))).toEqual([])
  expect(found(story(WHOLE.replace(/^(?:category|quality|published):.*\n/gm, '')))).toEqual([])
  expect(found(story(WHOLE.replace('webUrl', 'originalUrl')))).toEqual([])
  expect(found('# Read me\n\n---\n\ntitle: not a field\n')).toEqual([])
  expect(found('')).toEqual([])
})

it.each<[string, string | Uint8Array, readonly string[]]>([
  ['an open quote', set('excerpt', '"High'), ['broken-story - 4']],
  ['no closing fence', `---\n${WHOLE}`, ['broken-story - 1']],
  ['a control character', set('excerpt', '"a\u0097b"'), ['broken-story - 4']],
  ['conflict marks', story(`<<<<<<< HEAD\n${WHOLE}`), ['broken-story - 2']],
  ['bytes that are no UTF-8', Buffer.from(set('title', '"\xe9"'), 'latin1'), ['build-fails - 3']],
  ['a list as a key', story(`${WHOLE}? [a]\n: 1\n`), ['not-editable - 15']],
  ['a byte order mark', `\uFEFF${story(WHOLE)}`, ['hidden-front-matter - 1']],
  ['a word behind the fence', `---js\n${WHOLE}---\n`, ['hidden-front-matter - 1']],
  ['a blank line before', `\n${story(WHOLE)}`, ['hidden-front-matter - 1']],
  ['line ends of old Macs', story(WHOLE).replaceAll('\n', '\r'), ['hidden-front-matter - 1']],
  ['published as text', set('published', '"false"'), ['published-by-mistake published 10']],
  ['published: n', set('published', 'n'), ['published-by-mistake published 10']],
  ['published: 0', set('published', '0'), ['published-by-mistake published 10']],
  [
    'another spelling of published',
    story(WHOLE.replace('published: true', 'Published: false')),
    ['published-by-mistake Published 10', 'missing-field published 1']
  ],
  ['published without a value', set('published', ''), ['published-odd published 10']],
  ['published: y', set('published', 'y'), ['published-odd published 10']],
  ['a key twice', story(`${WHOLE}title: "Ebb"\n`), ['duplicate-key - 15']],
  ['a second document', story(`${WHOLE}--- x\npublished: false\n`), ['second-document - 15']],
  ['a value that Jekyll 3 reads otherwise', set('heat', '1_0:30'), ['readers-differ - 9']],
  [
    'missing fields',
    story(WHOLE.replace(/^(?:quality|published):.*\n/gm, '')),
    ['missing-field quality 1']
  ],
  [
    'a story that says whether it is published and not how good it is',
    story(WHOLE.replace(/^(?:category|quality):.*\n/gm, '')),
    ['missing-field quality 1']
  ],
  [
    'a provider without a name',
    story(WHOLE.replace('name:', 'nom:')),
    ['missing-field provider 11']
  ],
  [
    'a link without an address',
    story(withLinks('  - title: "L"\n')),
    ['missing-field related/0/webUrl 16']
  ],
  ['an empty title', set('title', '" \u200b"'), ['empty-text title 3']],
  [
    'topics as text',
    story(WHOLE.replace(/topics:\n.*\n/, 'topics: Oceans\n')),
    ['wrong-type topics 13']
  ],
  ['a number as title', set('title', '2026'), ['wrong-type title 3']],
  ['a topic that is a number', story(`${WHOLE}  - 5\n`), ['wrong-type topics/1 15']],
  [
    'a provider whose name is a number',
    story(WHOLE.replace('Wire', '360')),
    ['wrong-type provider/name 12']
  ],
  ['quality in words', set('quality', 'high'), ['not-a-number quality 8']],
  ['quality without bounds', set('quality', '.inf'), ['not-a-number quality 8']],
  ['quality below zero', set('quality', '-3'), ['out-of-range quality 8']],
  ['a quality of ten thousands', set('quality', '10000'), ['out-of-range quality 8']],
  ['a heat that ran over', set('heat', '-2147483648'), ['out-of-range heat 9']],
  ['a date in words', set('publishedDateTime', 'soon'), ['not-a-date publishedDateTime 5']],
  [
    'a date in quotes',
    set('publishedDateTime', '"2026-03-01T10:00:00Z"'),
    ['not-a-date publishedDateTime 5']
  ],
  [
    'a day that is none',
    set('publishedDateTime', '2026-02-30'),
    ['not-a-date publishedDateTime 5']
  ],
  [
    'a date to come',
    set('publishedDateTime', '2026-03-12T00:00:01Z'),
    ['future-date publishedDateTime 5']
  ],
  ['an address that runs', set('webUrl', '"javascript:alert(1)"'), ['not-a-web-address webUrl 6']],
  ['an address with blanks', set('webUrl', '" https://a.example/ "'), ['odd-address webUrl 6']],
  [
    'pictures that are not there',
    story(
      `${WHOLE}images:\n  - url: /news/assets/tide.png\n  - url: /assets/gone.png\n  - "../up.png"\n  - url: https://cdn.example/x.png\n`
    ),
    ['missing-picture images/1/url 17', 'missing-picture images/2 18']
  ],
  ['an unknown topic', story(`${WHOLE}  - Energy\n`), ['unknown-topic topics/1 15']],
  ['a tag', set('title', '"<b>Tides</b>"'), ['html-in-text title 3']],
  ['an entity', set('title', '"Ebb &amp; flow"'), ['html-in-text title 3']],
  [
    'a repeated link',
    story(
      withLinks(
        link('https://a.example/1'),
        link('https://b.example/'),
        link('https://a.example/1')
      )
    ),
    ['repeated-link related/2/webUrl 21']
  ],
  [
    'a link to itself',
    story(withLinks(link('https://wire.example/tides#top'))),
    ['self-link related/0/webUrl 17']
  ],
  [
    'a better link below',
    story(
      withLinks(
        link('https://a.example/1', '    quality: 5\n'),
        link('https://b.example/', '    quality: 6\n')
      )
    ),
    ['links-not-by-quality related/1 19']
  ]
])('finds %s', (_, text, expected) => {
  expect(found(text)).toEqual(expected)
})

it.each([
  set('title', '"Temperatures < 5 & > 2, R&D, a<b"'),
  set('title', '"AT&T; and <the> rest"'),
  set('publishedDateTime', '2026-03-12'),
  set('publishedDateTime', '2026-03-12T01:00:00+02:00'),
  set('webUrl', '"HTTP://wire.example:8080/ü?q=<x>"'),
  story(
    withLinks(
      link('https://a.example/1', '    quality: 6\n'),
      link('https://b.example/', '    quality: 6\n')
    )
  ),
  story(`${WHOLE}related:\n  - other-story\n  - other-story\n`),
  story(`${WHOLE}related:\n`)
])('finds nothing in %j', (text) => {
  expect(found(text)).toEqual([])
})

it('says what Jekyll does, and that the file says otherwise', () => {
  const broken = set('published', 'false').replace('"High water"', '"High')
  expect(messages(broken)).toEqual([
    'The quote that opens here is not closed. Jekyll publishes this file as a page without data, though it says unpublished.'
  ])
  expect(messages(`---\n${WHOLE}`)[0]).toMatch(
    /publishes this file as a page that shows its front matter\.$/
  )
  expect(messages(set('published', '"false"'))).toEqual([
    '`published` is the text “false”, not `false`, so Jekyll publishes this story.'
  ])
})

it('says what stands in place of a number', () => {
  const said = (value: string) => messages(set('quality', value))[0]?.split(', not')[0]
  expect([said('.inf'), said('high'), said('[5]'), said('2026-01-01'), said('yes')]).toEqual([
    'This story: `quality` is .inf',
    'This story: `quality` is the text “high”',
    'This story: `quality` is a list',
    'This story: `quality` is the date 2026-01-01',
    'This story: `quality` is true'
  ])
})

it('says a score that no number can hold digit by digit', () => {
  expect(messages(set('heat', '-99999999999999999999'))).toEqual([
    'This story: `heat` is -99999999999999999999; it is usually from -1 to 1000000.'
  ])
})

it('names all fields that are missing at once', () => {
  expect(messages(story(WHOLE.replace(/^(?:quality|heat|published):.*\n/gm, '')))).toEqual([
    'This story has no `quality`, `heat` or `published`. Jekyll publishes it.'
  ])
})

it('does not look for pictures where a theme may have them', () => {
  const text = story(`${WHOLE}images:\n  - /assets/a.png\n  - /pictures/b.png\n`)
  const none = { ...facts, hasFile: () => false }
  const fields = checkFile(fileOf(text), none, gradedRules({})).map(({ finding }) => finding.field)
  expect(fields).toEqual(['images/1'])
})

it.each<[string, string, string, readonly RuleId[]]>([
  ['published', set('published', 'n'), set('published', 'false'), ['published-by-mistake']],
  ['no value of published', set('published', ''), set('published', 'false'), ['published-odd']],
  ['yes', set('published', 'y'), set('published', 'true'), ['published-odd']],
  ['a number in quotes', set('quality', '"80"'), set('quality', '80'), ['not-a-number']],
  [
    'a padded address',
    set('webUrl', '" https://a.example/ "'),
    set('webUrl', '"https://a.example/"'),
    ['odd-address']
  ],
  [
    'blanks in an address',
    set('webUrl', '"https://a.example/b c"'),
    set('webUrl', '"https://a.example/b%20c"'),
    ['odd-address']
  ],
  [
    'a topic’s spelling',
    story(WHOLE.replace('Oceans', 'city-hall')),
    story(WHOLE.replace('Oceans', 'City Hall')),
    ['unknown-topic']
  ],
  [
    'entities',
    set('title', '"R&amp;D &#8211; &rsquo;s"'),
    set('title', '"R&D – ’s"'),
    ['html-in-text']
  ],
  [
    'entities of a link',
    story(withLinks(link('https://a.example/').replace('Link', 'A &quot;link&quot;'))),
    story(withLinks(link('https://a.example/').replace('Link', 'A \\"link\\"'))),
    ['html-in-text']
  ],
  [
    'a repeated link',
    story(
      withLinks(link('https://a.example/'), link('https://b.example/'), link('https://a.example/'))
    ),
    story(withLinks(link('https://a.example/'), link('https://b.example/'))),
    ['repeated-link']
  ],
  [
    'a link to itself',
    story(withLinks(link('https://b.example/'), link('https://wire.example/tides'))),
    story(withLinks(link('https://b.example/'))),
    ['self-link']
  ],
  [
    'the order of links',
    story(
      withLinks(...[5, 9, 7].map((n) => link(`https://a.example/${n}`, `    quality: ${n}\n`)))
    ),
    story(
      withLinks(...[9, 7, 5].map((n) => link(`https://a.example/${n}`, `    quality: ${n}\n`)))
    ),
    ['links-not-by-quality']
  ]
])('mends %s and nothing else', (_, before, after, rules) => {
  const file = fileOf(before)
  const read = readFrontMatter(Buffer.from(before))
  const [mendable] = check(before, {}, rules)
  const changes = mendable?.fix() ?? null
  if (file.kind !== 'story' || read.kind !== 'front-matter' || changes === null) throw Error('none')

  const patch = guardedPatch(file, changes) ?? []
  const patched = patchFrontMatter(read.frontMatter, patch)

  expect(mendable?.finding.fixable).toBe(true)
  expect(patched.ok && patched.value.text).toBe(after)
  expect(patch[0]?.op).toBe('test')
  expect(check(after, {}, rules)).toEqual([])
})

it.each([
  ['a list as published', set('published', '[false]')],
  ['a tag', set('title', '"<b>R&amp;D</b>"')],
  ['what would become a tag', set('title', '"&lt;b&gt;"')],
  ['what would become an entity', set('title', '"&amp;amp;"')],
  ['an unknown topic', story(WHOLE.replace('Oceans', 'Energy'))],
  ['a topic that is there as it should be', story(`${WHOLE}  - oceans\n`)]
])('leaves %s to people', (_, text) => {
  expect(check(text).map(({ finding, fix }) => [finding.fixable, fix()])).toEqual([[false, null]])
})

it('does nothing to a story whose links have moved meanwhile', () => {
  const before = story(withLinks(link('https://wire.example/tides'), link('https://b.example/')))
  const later = story(withLinks(link('https://b.example/'), link('https://wire.example/tides')))
  const file = fileOf(before)
  const read = readFrontMatter(Buffer.from(later))
  const changes = check(before)[0]?.fix() ?? []
  if (file.kind !== 'story' || read.kind !== 'front-matter') throw Error('none')

  const patched = patchFrontMatter(read.frontMatter, guardedPatch(file, changes) ?? [])

  expect(patched).toMatchObject({ ok: false, error: { code: 'test-failed' } })
})

it('grades rules as the library says, and leaves out what is off', () => {
  const text = story(`${WHOLE}  - Energy\nheat: 1\n`)
  const graded = (grades: CheckGrades, only?: readonly RuleId[]) =>
    check(text, grades, only).map(({ finding }) => `${finding.rule} ${finding.severity}`)

  expect(graded({})).toEqual(['duplicate-key warning', 'unknown-topic warning'])
  expect(graded({ 'duplicate-key': 'error', 'unknown-topic': 'off' })).toEqual([
    'duplicate-key error'
  ])
  expect(graded({ 'unknown-topic': 'off' }, ['unknown-topic'])).toEqual(['unknown-topic warning'])
  expect(graded({ 'unknown-topic': 'note' }, ['unknown-topic'])).toEqual(['unknown-topic note'])
})

it('has each rule once, in the order in which they are shown', () => {
  expect(gradedRules({}).map(([rule]) => rule)).toEqual(RULE_IDS)
})
