import { describe, expect, it } from 'vitest'
import type { Query } from '#shared/library/query-syntax'
import { aStory } from '../../../test/a-story'
import { listLines } from './list'

const all: Query = { kind: 'all', of: [] }
const options = { query: all, sort: null, limit: null, json: false } as const

const tides = aStory({
  id: '_news/tides.md',
  title: 'Tides “rise”',
  published: false,
  onSite: false,
  quality: 140,
  heat: -1,
  publishedDateTime: '2026-03-12T09:23:00Z',
  provider: 'Meridian Wire',
  topics: ['Oceans', 'AI'],
  links: 21,
  type: 'video',
  category: 'news'
})
const bare = aStory({ id: '_news/bare.md', title: null })
const broken = aStory({
  id: '_news/broken.md',
  title: null,
  problem: { code: 'bad-yaml', line: 3, column: 9, message: 'This quote is never closed.' }
})

describe('for programs', () => {
  it('a line is one JSON object with its keys in a fixed order', () => {
    expect(listLines([tides, bare], { ...options, json: true })).toEqual([
      '{"story":"_news/tides.md","title":"Tides “rise”","published":false,"quality":140,"heat":-1,"publishedDateTime":"2026-03-12T09:23:00Z","provider":"Meridian Wire","topics":["Oceans","AI"],"related":21,"type":"video","category":"news"}',
      '{"story":"_news/bare.md","title":null,"published":null,"quality":null,"heat":null,"publishedDateTime":null,"provider":null,"topics":[],"related":0,"type":null,"category":null}'
    ])
  })

  it('is one line whatever the title holds', () => {
    const [line = ''] = listLines([aStory({ title: 'a\nb\u2028c' })], { ...options, json: true })
    expect(line).not.toContain('\n')
    expect(JSON.parse(line)).toMatchObject({ title: 'a\nb\u2028c' })
  })
})

describe('for people', () => {
  it('lines stand in columns', () => {
    expect(listLines([tides, bare, broken], options)).toEqual([
      'offline  140  -1  21  2026-03-12  Meridian Wire  Tides “rise”                         _news/tides.md',
      'online     -   -   0  -           -              -                                    _news/bare.md',
      'problem    -   -   0  -           -              Line 3: This quote is never closed.  _news/broken.md'
    ])
  })

  it('long text is cut, wide letters counted as two', () => {
    const [line = ''] = listLines(
      [aStory({ id: 'a.md', title: '潮'.repeat(80), provider: 'x'.repeat(40) })],
      options
    )
    expect(line).toBe(`online  -  -  0  -  ${'x'.repeat(19)}…  ${'潮'.repeat(29)}…  a.md`)
  })

  it('nothing in a title steers the terminal', () => {
    const [line = ''] = listLines(
      [aStory({ id: 'a\u009b2J.md', title: '\u001b[31mred\u001b]0;x\u0007 \u202egnirt\tend\r\n' })],
      options
    )
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/)
    expect(line).toContain('red')
  })

  it('nothing found is no line', () => {
    expect(listLines([], options)).toEqual([])
  })
})

it('shows what the query finds, sorted, up to the limit', () => {
  const query: Query = { kind: 'compare', field: 'quality', operator: '>', value: 1 }
  const scored = [1, 5, 3, 9].map((quality) => aStory({ id: `${quality}.md`, quality }))
  const paths = (limit: number | null) =>
    listLines(scored, { query, sort: '-quality', limit, json: true }).map(
      (line) => JSON.parse(line).story
    )

  expect(paths(null)).toEqual(['9.md', '5.md', '3.md'])
  expect(paths(2)).toEqual(['9.md', '5.md'])
  expect(paths(0)).toEqual([])
})
