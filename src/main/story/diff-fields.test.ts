import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json, JsonObject } from '#shared/json'
import { diffFields } from './diff-fields'

const links = (...names: string[]): Json[] =>
  names.map((name) => ({ title: `Link ${name}`, webUrl: `https://wire.example/${name}` }))

it.each<[string, JsonObject, JsonObject, readonly string[]]>([
  ['a switch', { published: true }, { published: false }, ['Published: off, was on']],
  ['a number', { quality: 52 }, { quality: 80 }, ['Quality: 80, was 52']],
  ['a text', { title: 'Tides' }, { title: 'Ebb' }, ['Title: “Ebb”, was “Tides”']],
  [
    'long texts that start alike',
    { excerpt: `${'tide '.repeat(20)}a` },
    { excerpt: `${'tide '.repeat(20)}b` },
    ['Excerpt: changed, now “tide tide tide tide tide tide tide tide…”']
  ],
  ['a field that came', {}, { heat: -1 }, ['Heat: -1, was missing']],
  ['a field that went', { heat: 3 }, {}, ['Heat: missing, was 3']],
  ['a value that went', { published: true }, { published: null }, ['Published: empty, was on']],
  [
    'a key within a map',
    { provider: { name: 'A', domain: 'a.example' } },
    { provider: { name: 'B', domain: 'a.example' } },
    ['Provider name: “B”, was “A”']
  ],
  ['a whole map', {}, { provider: { name: 'A' } }, ['Provider: added']],
  [
    'a picture',
    { images: [{ url: 'a.png', width: 1 }] },
    { images: [{ url: 'b.png', width: 1 }] },
    ['Image 1 url: “b.png”, was “a.png”']
  ],
  ['pictures', { images: [{ url: 'a.png' }] }, { images: [] }, ['Images: changed']],
  [
    'topics',
    { topics: ['Trains', 'AI', 'Energy'] },
    { topics: ['AI', 'Energy', 'Oceans'] },
    ['Topics: added Oceans, removed Trains']
  ],
  ['their order', { topics: ['A', 'B'] }, { topics: ['B', 'A'] }, ['Topics: in another order']],
  ['a topic named twice', { topics: ['A', 'A'] }, { topics: ['A'] }, ['Topics: changed']],
  ['what is encrypted', { secured: 'x' }, { secured: 'y' }, ['Secured: changed']],
  ['a key like a prototype', {}, JSON.parse('{"__proto__": 1}'), ['__proto__: 1, was missing']],
  ['a key with a slash', { 'a/b': 1 }, { 'a/b': 2 }, ['A/b: 2, was 1']],
  [
    'a link that moved',
    { related: links('a', 'b', 'c', 'd', 'e', 'f', 'g') },
    { related: links('a', 'g', 'b', 'c', 'd', 'e', 'f') },
    ['Related: moved “Link g” from 7 to 2']
  ],
  [
    'links that moved, went, came and changed',
    { related: links('a', 'b', 'c', 'd', 'e', 'f') },
    { related: [...links('f', 'd', 'a'), { webUrl: 'https://wire.example/b' }, ...links('new')] },
    ['Related: moved 2, removed 2, added 1, changed 1']
  ],
  ['the first links', {}, { related: links('a') }, ['Related: added 1']],
  ['no link any more', { related: links('a') }, { related: null }, ['Related: removed 1']],
  ['an empty list of links', { related: null }, { related: [] }, ['Related: changed']],
  ['links that are no list', { related: 'a' }, { related: 'b' }, ['Related: “b”, was “a”']],
  [
    'the same link twice',
    { related: links('a') },
    { related: links('a', 'a') },
    ['Related: added 1']
  ]
])('says what became of %s', (_, before, after, words) => {
  expect(diffFields(before, after).map((row) => row.words)).toEqual(words)
})

it('names the field and both values, in the order of the newer version', () => {
  const before = { heat: 1, gone: true, provider: { name: 'A' } }

  expect(diffFields(before, { provider: { name: 'B' }, heat: 2, new: 'x' })).toEqual([
    { field: 'provider/name', words: 'Provider name: “B”, was “A”', was: 'A', value: 'B' },
    { field: 'heat', words: 'Heat: 2, was 1', was: 1, value: 2 },
    { field: 'new', words: 'New: “x”, was missing', value: 'x' },
    { field: 'gone', words: 'Gone: missing, was on', was: true }
  ])
})

it('says nothing of equal data and something of all other', () => {
  const data = fc.dictionary(
    fc.constantFrom('related', 'topics', 'secured', 'quality', '__proto__', 'a/b'),
    fc.jsonValue({ maxDepth: 3 })
  ) as fc.Arbitrary<JsonObject>

  fc.assert(
    fc.property(data, data, (before, after) => {
      const rows = diffFields(before, after)
      expect(diffFields(before, structuredClone(before))).toEqual([])
      expect(rows.length > 0).toBe(!isSame(before, after))
      for (const { words } of rows) expect(words).not.toMatch(/\n|: $/)
    })
  )
})

it('finds the fewest links that can have been moved', () => {
  const order = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6 })

  fc.assert(
    fc.property(order, fc.nat(5), (names, from) => {
      const moved = names[from] as string
      const after = [...names.filter((name) => name !== moved), moved]
      const rows = diffFields({ related: links(...names) }, { related: links(...after) })
      const wanted = from === 5 ? [] : [`Related: moved “Link ${moved}” from ${from + 1} to 6`]
      const neighbours = `Related: moved “Link ${names[5]}” from 6 to 5` // the same move, seen from the other link
      const words = rows.map((row) => row.words)
      expect(from === 4 ? [wanted, [neighbours]] : [wanted]).toContainEqual(words)
    })
  )
})

const isSame = (a: Json, b: Json): boolean => sorted(a) === sorted(b)
const sorted = (value: Json): string =>
  JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))
      : inner
  )
