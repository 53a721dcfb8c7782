import { describe, expect, it } from 'vitest'
import type { StoryId, Version } from '#shared/story/story-id'
import { readFields } from '../front-matter/read-fields'
import { detailOf } from './detail-of'
import { storyOf } from './story-of'

const id = '_news/tides.md' as StoryId
const version = '0'.repeat(64) as Version
const bytes = (text: string) => new TextEncoder().encode(text)

/** The row and the detail of a story with this front matter; the two must tell the same. */
function read(frontMatter: string, body = '') {
  const file = bytes(`---\n${frontMatter}\n---\n${body}`)
  const fields = readFields(file, { skip: ['related', 'secured'] })
  if (fields.kind === 'none') throw new Error(fields.problem.message)
  const story = storyOf(id, version, fields)
  const detail = detailOf(id, version, file)
  expect(detail.story).toEqual(story)
  return { story, detail }
}

const whole = `category: news
title: "Tides: a café"
excerpt: ""
publishedDateTime: 2026-03-12T09:23:00Z
webUrl: "https://wire.example/tides"
type: video
quality: 140
heat: -1
published: true

provider:
  name: Meridian Wire
  domain: wire.example

topics:
  - Oceans
  - AI

images:
  - url: "/assets/tides.svg"
    width: 753

related:
  - title: "One"
    excerpt: "First"
    publishedDateTime: 2026-03-11T08:00:00Z
    webUrl: "https://a.example/"
    type: article
    provider:
      name: Halyard
    quality: 90
    images:
      - url: "https://a.example/1.jpg"
  - title: "Two"
    webUrl: "https://a.example/"
  - a-slug
  - 5

secured: "x;y=="`

it('shows a story as a row', () => {
  expect(read(whole).story).toEqual({
    id,
    version,
    title: 'Tides: a café',
    excerpt: '',
    provider: 'Meridian Wire',
    publishedDateTime: '2026-03-12T09:23:00Z',
    topics: ['Oceans', 'AI'],
    quality: 140,
    heat: -1,
    published: true,
    onSite: true,
    links: 4,
    type: 'video',
    category: 'news',
    webUrl: 'https://wire.example/tides',
    image: '/assets/tides.svg',
    problem: null
  })
})

it('shows a story whole: its data in the order of the file, its links by key, the length of its body', () => {
  const { detail } = read(whole, 'A body\nof 16 units')

  expect(Object.keys(detail.data)).toEqual([
    'category',
    'title',
    'excerpt',
    'publishedDateTime',
    'webUrl',
    'type',
    'quality',
    'heat',
    'published',
    'provider',
    'topics',
    'images',
    'secured'
  ])
  expect(detail.data).toMatchObject({ publishedDateTime: '2026-03-12T09:23:00Z', secured: 'x;y==' })
  expect(detail.bodyLength).toBe(18)
  expect(detail.excerptOfSource).toBeNull()
  const empty = {
    title: null,
    excerpt: null,
    provider: null,
    publishedDateTime: null,
    webUrl: null,
    quality: null,
    type: null,
    image: null
  }
  expect(detail.links).toEqual([
    {
      key: '1:https://a.example/',
      title: 'One',
      excerpt: 'First',
      provider: 'Halyard',
      publishedDateTime: '2026-03-11T08:00:00Z',
      webUrl: 'https://a.example/',
      quality: 90,
      type: 'article',
      image: 'https://a.example/1.jpg'
    },
    { ...empty, key: '2:https://a.example/', title: 'Two', webUrl: 'https://a.example/' },
    { ...empty, key: '1:a-slug', title: 'a-slug' },
    { ...empty, key: '1:5' }
  ])
})

it('shows nothing for values that are missing', () => {
  expect(read('other: 1').story).toMatchObject({
    title: null,
    provider: null,
    topics: [],
    quality: null,
    published: null,
    onSite: true,
    links: 0,
    image: null
  })
})

describe('a value of another type than its field is left out of the row', () => {
  it.each([
    ['title: [a]', { title: null }],
    ['title: {a: b}', { title: null }],
    ['title:', { title: null }],
    ['excerpt: {a: b}', { excerpt: null }],
    ['provider: Meridian', { provider: null }],
    ['provider: {name: 5}', { provider: null }],
    ['publishedDateTime: 5', { publishedDateTime: null }],
    ['publishedDateTime: soon', { publishedDateTime: 'soon' }],
    ['topics: AI', { topics: [] }],
    ['topics: {AI: 1}', { topics: [] }],
    ['topics: [AI, 5, ~, [x], Sea]', { topics: ['AI', 'Sea'] }],
    ['quality: high', { quality: null }],
    ['quality: "140"', { quality: null }],
    ['quality: .inf', { quality: null }],
    ['quality: .nan', { quality: null }],
    ['quality: 1.50', { quality: 1.5 }],
    ['quality: 1_000', { quality: 1000 }],
    ['heat: -2147483648', { heat: -2147483648 }],
    ['related: text', { links: 0 }],
    ['related: {a: b}', { links: 0 }],
    ['related:', { links: 0 }],
    ['images: [plain.jpg]', { image: 'plain.jpg' }],
    ['images: []', { image: null }],
    ['images: {url: x}', { image: null }],
    ['images: [{src: x}]', { image: null }]
  ])('%s', (frontMatter, expected) => {
    expect(read(frontMatter).story).toMatchObject(expected)
  })
})

describe('a title that is no text is shown as Jekyll prints it', () => {
  it.each([
    ['title: 5', '5'],
    ['title: 1_984', '1984'],
    ['title: 9007199254740993', '9007199254740993'],
    ['title: 1.0', '1.0'],
    ['title: 1.10', '1.1'],
    ['title: -.inf', '-Infinity'],
    ['title: yes', 'true'],
    ['title: false', 'false'],
    ['title: 2026-03-12', '2026-03-12']
  ])('%s', (frontMatter, title) => {
    expect(read(frontMatter).story).toMatchObject({ title })
  })
})

describe('Jekyll', () => {
  it.each([
    ['published: true', true, true],
    ['published: false', false, false],
    ['published: no', false, false],
    ['published: FALSE', false, false],
    ['published: yes', true, true],
    ['other: 1', null, true],
    ['published:', null, false],
    ['published: ~', null, false],
    ['published: "false"', null, true],
    ['published: n', null, true],
    ['published: 0', null, true],
    ['published: [false]', null, true]
  ])('reads %s as %s, and puts the story online: %s', (frontMatter, published, onSite) => {
    expect(read(frontMatter).story).toMatchObject({ published, onSite })
  })

  it('publishes a story whose byte order mark hides that it is unpublished', () => {
    const file = bytes('\ufeff---\ntitle: A\npublished: false\n---\n')
    expect(detailOf(id, version, file).story).toMatchObject({
      title: 'A',
      published: false,
      onSite: true
    })
  })

  it.each([
    ['an open quote', '---\ntitle: "A\npublished: false\n---\n', 'open-quote', true],
    ['an open fence', '---\npublished: false\n', 'unterminated', true],
    [
      'a control character',
      '---\ntitle: "\u0097"\npublished: false\n---\n',
      'control-character',
      true
    ],
    [
      'conflict markers',
      '---\n<<<<<<< ours\npublished: false\n=======\npublished: true\n>>>>>>> theirs\n---\n',
      'merge-conflict',
      true
    ],
    ['no front matter', 'just text\n', 'no-front-matter', false]
  ])('publishes a story with %s or not', (_, text, code, onSite) => {
    expect(detailOf(id, version, bytes(text)).story).toMatchObject({
      title: null,
      published: null,
      onSite,
      links: 0,
      problem: { code }
    })
  })

  it('builds nothing at all with a story that is not UTF-8', () => {
    const file = Buffer.from('---\ntitle: caf\xe9\n---\n', 'latin1')
    expect(detailOf(id, version, file).story).toMatchObject({
      onSite: false,
      problem: { code: 'invalid-utf8', line: 2 }
    })
  })
})

describe('a story with a problem is shown by its source', () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, n) => `k${n + 2}: v`)

  it('three lines before the fault and three after it', () => {
    const lines = ['---', ...numbered(20)]
    lines[9] = 'title: "open'
    const detail = detailOf(id, version, bytes(`${lines.join('\n')}\n---\n`))
    const at = detail.story.problem?.line ?? 0

    expect(detail).toMatchObject({ data: {}, links: [], bodyLength: 0 })
    expect(detail.excerptOfSource?.firstLine).toBe(Math.max(1, at - 3))
    expect(detail.excerptOfSource?.lines).toContain('title: "open')
  })

  it('with its first lines, whatever ends them', () => {
    const detail = detailOf(id, version, bytes('---\r\ntitle: A\rpublished: false\nlast'))
    expect(detail.excerptOfSource).toEqual({
      firstLine: 1,
      lines: ['---', 'title: A', 'published: false', 'last']
    })
  })

  it('with bytes that are no text replaced, and long lines cut between characters', () => {
    const long = Buffer.from(`---\ntitle: caf\xe9\n`, 'latin1')
    const file = Buffer.concat([
      long,
      bytes(`excerpt: ${'x'.repeat(389)}😀${'y'.repeat(10_000)}\n---\n`)
    ])
    const [, title, excerpt] = detailOf(id, version, file).excerptOfSource?.lines ?? []

    expect(title).toBe('title: caf\ufffd')
    expect(excerpt).toBe(`excerpt: ${'x'.repeat(389)}…`)
  })

  it('or is empty, if the file is', () => {
    expect(detailOf(id, version, bytes('')).excerptOfSource).toEqual({ firstLine: 1, lines: [''] })
  })
})

it('keeps hostile keys as data', () => {
  const { detail } = read(
    '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\nrelated: [{__proto__: {title: x}, webUrl: y}]'
  )

  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect(Object.keys(detail.data)).toEqual(['__proto__', 'constructor'])
  expect(detail.links).toMatchObject([{ title: null, webUrl: 'y' }])
})
