import { expect, it } from 'vitest'
import { readPlaced } from './read-placed'

const plain = `---
title: "Tides"
secured: "blob"
topics:
  - Oceans
  - Energy

related:
  - title: "One"
    provider:
      name: Wire
  - title: "Two"
    webUrl: "https://two.example"
---
`

/** The same data in shapes that only the parser reads. */
const spelled = {
  'with comments': plain.replace('title: "Tides"', 'title: "Tides" # high'),
  'with CRLF': plain.replaceAll('\n', '\r\n'),
  'with a byte order mark': `\uFEFF${plain}`
}

function placeOf(text: string, path: string): string {
  const read = readPlaced(Buffer.from(text), { skip: ['secured'] })
  if (read.kind !== 'front-matter') throw new Error(read.problem.message)
  const { line, column } = read.placeOf(path.split('/').filter(Boolean))
  return `${line}:${column}`
}

const places = [
  ['title', '2:1'],
  ['topics', '4:1'],
  ['topics/1', '6:5'],
  ['related/0', '9:5'],
  ['related/0/provider/name', '11:7'],
  ['related/1/webUrl', '13:5'],
  ['related/1/quality', '12:5'],
  ['related/7', '8:1'],
  ['title/x', '2:1'],
  ['gone', '1:1'],
  ['', '1:1']
]

it.each(places)('knows where %j stands in plain lines', (path, place) => {
  expect(placeOf(plain, path as string)).toBe(place)
})

it.each(
  Object.entries(spelled).flatMap(([how, text]) => places.map((each) => [how, text, ...each]))
)('knows the same in a file %s', (_, text, path, place) => {
  expect(placeOf(text as string, path as string)).toBe(place)
})

it('finds the value that counts: the last of equal keys, and none inside of an alias', () => {
  const text = '---\na: 1\na: 2\nb: &x\n  c: 1\nd: *x\ne: [1, {f: 2}]\n---\n'
  expect(placeOf(text, 'a')).toBe('3:1')
  expect(placeOf(text, 'd/c')).toBe('6:1')
  expect(placeOf(text, 'e/1/f')).toBe('7:9')
})

it('reads as the list does, without what is skipped', () => {
  const read = readPlaced(Buffer.from(plain), { skip: ['secured'] })
  expect(read).toMatchObject({ kind: 'front-matter', warnings: [] })
  expect(read.kind === 'front-matter' && [...read.data.keys()]).toEqual([
    'title',
    'topics',
    'related'
  ])
  expect(readPlaced(Buffer.from('Hi\n'), { skip: [] }).kind).toBe('none')
  expect(readPlaced(Buffer.from('---\na: "\n---\n'), { skip: [] }).kind).toBe('problem')
})
