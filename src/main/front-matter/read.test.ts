import { describe, expect, it } from 'vitest'
import { type FrontMatter, readFrontMatter } from './read'
import { toJson } from './value'

const bytes = (yaml: string): Buffer => Buffer.from(`---\n${yaml}\n---\nBody\n`)

function read(yaml: string): FrontMatter {
  const result = readFrontMatter(bytes(yaml))
  if (result.kind === 'front-matter') return result.frontMatter
  throw new Error(result.problem.message)
}

const problem = (yaml: string | Uint8Array) => {
  const result = readFrontMatter(typeof yaml === 'string' ? bytes(yaml) : yaml)
  return result.kind === 'front-matter' ? result.frontMatter.data : result.problem
}

it('keeps the order of keys, and keys that JavaScript knows', () => {
  const { data } = read('b: 1\n2: x\n__proto__: {polluted: true}\nconstructor: 3\na: 4')

  expect([...data.keys()]).toEqual(['b', '2', '__proto__', 'constructor', 'a'])
  expect(JSON.stringify(toJson(data))).toContain('"__proto__":{"polluted":true}')
  expect({}).not.toHaveProperty('polluted')
})

it.each([
  [
    'dashes, colons and brackets whose lines are not indented',
    'a: [\nb,\n{c:\nd}\n]\ne: "x\ny"',
    { a: ['b', { c: 'd' }], e: 'x y' }
  ],
  [
    'tabs before and inside of brackets',
    'a: |\n  x\nb:\t[1,\n\t2\t]\t# c\nc:\n  - d:\t{e:\t1,\n\t\tf: [\t]\n\t}\n    g: "h\n\ti"\nj: k\n \tl',
    { a: 'x\n', b: [1, 2], c: [{ d: { e: 1, f: [] }, g: 'h i' }], j: 'k l' }
  ],
  ['blank lines behind an escaped line break', 'a: "x\\\n\n\n  y"', { a: 'x\n\ny' }],
  ['an escaped line break of Windows', 'a: "x\\\r\n  y\\\r\n\r\n  z"', { a: 'xy\nz' }],
  [
    'tags that only name plain data',
    'a: !!str 1\nb: !word 2\nc: ! "3"\nd: !!float 4\ne: !!seq [!!map {}]',
    { a: '1', b: 2, c: 3, d: 4, e: [{}] }
  ],
  [
    'aliases',
    'a: &x [1, 2]\nb: *x\nc: &k key\n*k : d',
    { a: [1, 2], b: [1, 2], c: 'key', key: 'd' }
  ],
  [
    'merge keys, of which later keys win',
    'a: &a {x: 1, y: 1}\nb:\n  y: 0\n  <<: *a\n  x: 2',
    { a: { x: 1, y: 1 }, b: { y: 1, x: 2 } }
  ],
  [
    'a list of merges, of which the first wins',
    'b:\n  "<<": [{x: 1}, {x: 2, y: 2}]',
    { b: { x: 1, y: 2 } }
  ],
  [
    'keys that are no text',
    'true: a\n~: b\n1.5: c\n0x10: d',
    { true: 'a', '': 'b', '1.5': 'c', 16: 'd' }
  ],
  ['fields behind a comment of the old Mac', '# head\ra: b', { a: 'b' }],
  ['long keys', `${'c'.repeat(1024)}: d`, { ['c'.repeat(1024)]: 'd' }],
  ['comments only', '\n# a: b\n\n', {}],
  ['line separators inside quotes', 'a: "x\u2028y"', { a: 'x\u2028y' }]
])('reads %s as Psych does', (_, yaml, data) => {
  expect(toJson(read(yaml).data)).toEqual(data)
})

it.each<[name: string, yaml: string, code: string, line: number, column: number]>([
  ['an open quote', 'a: b\nc: "d', 'open-quote', 3, 4],
  ['an open quote before another one', 'a: "b\nc: "d"\ne: "f"', 'open-quote', 2, 4],
  ['an open single quote in a list', "a:\n  - 'it''s\n  - 'b'", 'open-quote', 3, 5],
  ['a quote that closes too early', 'a: "b" c', 'bad-yaml', 2, 8],
  ['a fault below a text in quotes on two lines', 'a: "b\n  c" # d\ne: f: g', 'bad-yaml', 4, 5],
  ['a colon in plain text', 'title: a: b', 'bad-yaml', 2, 9],
  ['a control character', 'a: "b\u0097"', 'control-character', 2, 6],
  ['DEL', 'a: b\u007f', 'control-character', 2, 5],
  [
    'a merge conflict',
    'a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x',
    'merge-conflict',
    3,
    1
  ],
  ['a symbol', 'a: :word', 'symbol', 2, 4],
  ['a tag that constructs', 'a: !ruby/object:Object {}', 'tag', 2, 4],
  ['a set', 'a: !!set {x}', 'tag', 2, 4],
  ['bytes', 'a: !!binary /w==', 'tag', 2, 4],
  ['a list as key', 'a: b\n[x]: y', 'complex-key', 3, 1],
  ['an alias of nothing', 'a: *x', 'unknown-alias', 2, 4],
  ['an alias inside of what it refers to', 'a: &x [*x]', 'recursive-alias', 2, 8],
  ['a tab behind a dash', 'a:\n  -\tb', 'tab-indentation', 3, 4],
  ['a line of tabs', 'a: b\n\t\nc: d', 'tab-indentation', 3, 1],
  ['a line of tabs behind a bracket', 'a: [b]\n\t\nc: d', 'tab-indentation', 3, 1],
  ['tabs that indent a block', 'a: |\n \tb', 'tab-indentation', 3, 2],
  ['an escaped surrogate', 'a: "\\ud83d\\ude00"', 'bad-escape', 2, 5],
  ['next line, for Jekyll a line break', 'a: "b\u0085c"', 'line-separator', 2, 6],
  ['a line separator in plain text', 'a: b\u2028c', 'line-separator', 2, 5],
  ['a byte order mark at the start of a line', 'a: b\n\uFEFFc: d', 'byte-order-mark', 3, 1],
  ['an anchor that libyaml cannot read', 'a: &x.y z', 'bad-name', 2, 5],
  ['a tag that libyaml cannot read', 'a: !x#y z', 'bad-name', 2, 4],
  ['a mapping on the line of its key', 'a: !x b: c', 'bad-yaml', 2, 4],
  ['a key in brackets on two lines', 'a: {b\n  c: d}', 'bad-yaml', 2, 5],
  ['a question mark in brackets', 'a: [?b]', 'bad-yaml', 2, 5],
  ['a value without a key', ': a', 'empty-key', 2, 1],
  ['a list at the top', '- a', 'not-a-mapping', 2, 1],
  ['text at the top', '\n# c\ntext', 'not-a-mapping', 4, 1],
  ['text that looks like a blank', '\n\u00a0', 'not-a-mapping', 3, 1],
  ['text behind an entry of a list', 'a:\n- "b" c: d', 'bad-yaml', 3, 7],
  ['text behind brackets in a list', 'a:\n- b\n- [c] d: e', 'bad-yaml', 4, 7],
  ['text behind an alias in a list', 'a:\n- &b c\n- *b d: e', 'bad-yaml', 4, 6],
  ['two tags before a key', 'a:\n  !b !c d: e', 'bad-yaml', 3, 3],
  ['a tag on the line above its key in brackets', 'x: {a: b, !c\n  d: e}', 'bad-yaml', 2, 11],
  ['a comment between a key in brackets and its colon', 'a: {b # c\n  : d}', 'bad-yaml', 2, 5],
  ['a key without end', `a: b\n${'c'.repeat(1025)}: d`, 'bad-yaml', 3, 1],
  ['a fence of the old Mac in a text', 'a: "b\r...\n  c"', 'open-quote', 2, 4],
  ['half a fence of the old Mac in a text', 'a: "b\n...\rc"', 'open-quote', 2, 4],
  ['bytes that no program wrote', 'a: !!binary a=2', 'tag', 2, 4]
])('names what is wrong with %s, and where', (_, yaml, code, line, column) => {
  expect(problem(yaml)).toMatchObject({ code, line, column, message: expect.stringMatching(/\.$/) })
})

it.each([
  ['in the front matter', '---\nb: ', '\xe9\n---\n', 2, 4],
  ['after other characters', '---\na: éé', '\xff\n---\n', 2, 6],
  ['cut short at the end of the body', '---\na: b\n---\n🎉\n', '\xf0\x9f\x8e', 5, 1],
  ['as half a surrogate', '---\na: ', '\xed\xa0\x80\n---\n', 2, 4]
])('finds the byte that is not UTF-8 %s', (_, before, bad, line, column) => {
  const file = Buffer.concat([Buffer.from(before), Buffer.from(bad, 'latin1')])

  expect(problem(file)).toMatchObject({ code: 'invalid-utf8', line, column })
})

describe('warnings', () => {
  it('name both lines of a key that stands twice', () => {
    const { data, warnings } = read('a: 1\nb:\n  c: 1\n  c: 2\na: 3')

    expect(toJson(data)).toEqual({ a: 3, b: { c: 2 } })
    expect(warnings).toEqual([
      {
        code: 'duplicate-key',
        line: 5,
        column: 3,
        message: expect.stringContaining('after line 4')
      },
      {
        code: 'duplicate-key',
        line: 6,
        column: 1,
        message: expect.stringContaining('after line 2')
      }
    ])
  })

  it('do not come from merges', () => {
    expect(read('a: &a {x: 1}\nb:\n  <<: *a\n  x: 2').warnings).toEqual([])
  })

  it('say that a byte order mark hides the story', () => {
    const result = readFrontMatter(Buffer.from('\uFEFF---\na: 12:30\n---\n'))

    expect(result).toMatchObject({
      frontMatter: {
        text: expect.stringMatching(/^\uFEFF/),
        warnings: [{ code: 'byte-order-mark' }, { code: 'readers-differ', line: 2, column: 4 }]
      }
    })
  })
})

it.each([
  ['\n', '---\na: b\nc: d\r\n---\n'],
  ['\r\n', '---\r\na: b\r\nc: d\n---\n'],
  ['\n', '---\n---\n']
])('finds the usual line ending %j', (lineEnding, text) => {
  expect(readFrontMatter(Buffer.from(text))).toMatchObject({ frontMatter: { lineEnding } })
})

it.each<[name: string, yaml: () => string, code: string | null]>([
  ['nine aliases of nine of nine', () => bomb(9), 'too-many-aliases'],
  [
    '20,000 aliases of 20 kB',
    () => `a: &a "${'x'.repeat(20_000)}"\nl:\n${'  - *a\n'.repeat(20_000)}`,
    'too-many-aliases'
  ],
  ['a chain of 20,000 aliases', () => chain(20_000), 'too-deep'],
  [
    '3,000 merges',
    () => `a0: &a0 {x: 1}\n${lines(3000, (i) => `a${i + 1}: &a${i + 1} {<<: *a${i}, k${i}: 1}`)}`,
    'too-many-aliases'
  ],
  ['20,000 brackets', () => `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'too-deep'],
  ['a million brackets', () => `a: ${'['.repeat(1_000_000)}`, 'too-deep'],
  ['20,000 dashes', () => `a:\n  ${'- '.repeat(20_000)}b`, 'too-deep'],
  ['3,000 steps in', () => lines(3000, (i) => `${' '.repeat(i)}a:`), 'too-deep'],
  ['400 brackets', () => `a: ${'['.repeat(400)}${']'.repeat(400)}`, null],
  ['10 MB in quotes', () => `a: "${'x'.repeat(10_000_000)}"`, null],
  ['10 MB of words', () => `a: ${'x y '.repeat(2_500_000)}z`, null],
  ['10 MB of escapes', () => `a: "${'\\"'.repeat(5_000_000)}"`, 'text-too-long'],
  ['10 MB of blank lines', () => `a: b${'\n'.repeat(10_000_000)}`, null],
  ['400,000 blank lines', () => `a: b${'\n'.repeat(400_000)}`, null],
  ['10 MB of blanks', () => `a: b${' '.repeat(10_000_000)}`, null],
  ['50,000 keys', () => lines(50_000, (i) => `key${i}: ${i}`), null],
  ['25,000 keys twice', () => lines(50_000, (i) => `key${i % 25_000}: ${i}`), null],
  ['100,000 doubts', () => `l:\n${lines(100_000, () => '  - 12:30')}`, null],
  ['unindented brackets without end', () => `a: [\n${'b,\n'.repeat(50_000)}]`, 'bad-yaml']
])('answers to %s', (_, yaml, code) => {
  const result = readFrontMatter(bytes(yaml()))

  expect(result.kind === 'front-matter' ? null : result.problem.code).toBe(code)
})

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')
const bomb = (levels: number): string =>
  lines(
    levels,
    (i) =>
      `a${i}: &a${i} [${Array(9)
        .fill(i === 0 ? 'x' : `*a${i - 1}`)
        .join(', ')}]`
  )
const chain = (length: number): string =>
  `a0: &a0 [x]\n${lines(length, (i) => `a${i + 1}: &a${i + 1} [*a${i}]`)}`
