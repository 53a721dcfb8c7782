import { describe, expect, it } from 'vitest'
import type { Json, JsonPatch } from '#shared/json'
import { type PatchOptions, patchFrontMatter } from './patch'
import { type FrontMatter, readText } from './read'

function read(yaml: string): FrontMatter {
  const result = readText(yaml.includes('---') ? yaml : `---\n${yaml}---\n`)
  if (result.kind === 'front-matter') return result.frontMatter
  throw new Error(result.problem.message)
}

/** The YAML after the patch, or the code of its error. */
function patched(yaml: string, patch: JsonPatch, options?: PatchOptions): string {
  const result = patchFrontMatter(read(yaml), patch, options)
  if (!result.ok) return result.error.code
  const { text } = result.value
  return yaml.includes('---') ? text : text.slice(4, -4)
}

const set = (path: string, value: Json): JsonPatch => [{ op: 'replace', path, value }]
const add = (path: string, value: Json): JsonPatch => [{ op: 'add', path, value }]
const remove = (path: string): JsonPatch => [{ op: 'remove', path }]
const move = (from: string, path: string): JsonPatch => [{ op: 'move', from, path }]

describe('a replaced scalar', () => {
  it.each<[name: string, before: string, value: Json, after: string]>([
    ['keeps double quotes', 'a: "x" # c\n', 'say "y"\n', 'a: "say \\"y\\"\\n" # c\n'],
    ['keeps single quotes', "a: 'x'\n", "don't", "a: 'don''t'\n"],
    ['takes double quotes where single ones cannot', "a: 'x'\n", 'tab\t', 'a: "tab\\t"\n'],
    ['stays plain if all readers read it so', 'a: x\n', 'y z', 'a: y z\n'],
    ['takes quotes where one reader would not', 'a: x\n', 'y', 'a: "y"\n'],
    ['takes quotes around a colon', 'a: x\n', 'b: c', 'a: "b: c"\n'],
    ['loses quotes as a number', 'a: "140"\n', 99, 'a: 99\n'],
    ['takes the place of nothing', 'a: \nb:  # c\nc:\n', 'x', 'a: x\nb:  # c\nc:\n'],
    ['stands before a comment', 'a:  # c\n', 'x', 'a: x  # c\n'],
    [
      'keeps the header of a literal block',
      'a: | # c\n    one\n    two\nb: 1\n',
      'three\n\nfour\n',
      'a: | # c\n    three\n\n    four\nb: 1\n'
    ],
    ['strips the end of a literal block', 'a: |\n  one\nb: 1\n', 'two', 'a: |-\n  two\nb: 1\n'],
    [
      'folds again',
      'a: >\n  one\n  two\nb: 1\n',
      'three\nfour\n',
      'a: >\n  three\n\n  four\nb: 1\n'
    ],
    [
      'keeps the comment of a block that goes',
      'a: >- # c\n  one\n  two\nb: |\t# d\n  x\nc: 1\n',
      null,
      'a: null # c\nb: |\t# d\n  x\nc: 1\n'
    ],
    [
      'keeps the comment of a block that becomes a list',
      'a: >- # c\n  one\nb: 1\n',
      ['x'],
      'a: # c\n  - x\nb: 1\n'
    ],
    ['leaves a block that cannot say it', 'a: |\n  one\nb: 1\n', ' two', 'a: " two"\nb: 1\n'],
    ['may have had several lines', 'a: one\n  two\nb: "x\n\n  y"\n', 'z', 'a: z\nb: "x\n\n  y"\n'],
    ['keeps an anchor that nobody uses', 'a: &x 1\n', 2, 'a: &x 2\n'],
    ['writes small numbers as Psych reads them', 'a: 1\n', 1e-7, 'a: 1.0e-7\n'],
    ['takes the place of a list', 'a: # c\n  - x\n  # d\n  - y\nb: 1\n', 'z', 'a: z # c\nb: 1\n'],
    ['takes the place of a list with an anchor', 'a: &x # c\n  - y\n', 1, 'a: &x 1 # c\n'],
    ['takes the place of a mapping', 'a:\n  x: 1\nb: 1\n', null, 'a: null\nb: 1\n'],
    ['stays as it is if it is the same', "a: '1' # c\n", '1', "a: '1' # c\n"]
  ])('%s', (_, before, value, after) => {
    expect(patched(before, set('/a', value))).toBe(after)
  })
})

describe('dates', () => {
  const dated = 'at: 2020-01-01T00:00:00Z\nlinks:\n  - url: "x"\n    day: 2020-01-01\n'

  it.each<[name: string, patch: JsonPatch, line: string]>([
    [
      'stay dates when they are replaced',
      set('/at', '2021-02-03T04:05:06Z'),
      'at: 2021-02-03T04:05:06Z\n'
    ],
    ['become text if they are none', set('/at', 'soon'), 'at: soon\n'],
    [
      'are dates under a key that has dates elsewhere',
      add('/links/-', { day: '2022-01-01' }),
      '  - day: 2022-01-01\n'
    ],
    [
      'are text under another key',
      add('/links/-', { key: '2022-01-01' }),
      '  - key: "2022-01-01"\n'
    ],
    ['are text in an impossible month', set('/at', '2021-13-01'), 'at: "2021-13-01"\n']
  ])('%s', (_, patch, line) => {
    expect(patched(dated, patch)).toContain(line)
  })

  it('are dates under the keys that the caller names', () => {
    const patch = add('/new', '2021-02-03T04:05:06Z')

    expect(patched('a: 1\n', patch, { dateFields: ['new'] })).toBe(
      'a: 1\nnew: 2021-02-03T04:05:06Z\n'
    )
    expect(patched('a: 1\n', patch)).toBe('a: 1\nnew: "2021-02-03T04:05:06Z"\n')
  })

  it('and large numbers survive the way through JSON', () => {
    const yaml = 'l:\n  - 2020-01-01\n  - 9007199254740993\n  - 1.10\n  - x\n'

    expect(patched(yaml, set('/l', ['x', '9007199254740993', 1.1, '2020-01-01']))).toBe(
      'l:\n  - x\n  - 9007199254740993\n  - 1.10\n  - 2020-01-01\n'
    )
  })
})

const LINKS = `links: # the links
  # by Ann
  - title: "A" # first
    url: a
    # inside A

  # by Bob
  - title: "B"
    url: b
  - title: "C"
    url: c
  # the end
next: 1
`

describe('a list', () => {
  it('moves whole lines with the comments that belong to them', () => {
    expect(patched(LINKS, move('/links/0', '/links/2'))).toBe(
      `links: # the links
  # by Bob
  - title: "B"
    url: b
  - title: "C"
    url: c

  # by Ann
  - title: "A" # first
    url: a
    # inside A
  # the end
next: 1
`.replace('\n\n  # by Ann', '\n  # by Ann')
    )
  })

  it.each<[name: string, before: string, patch: JsonPatch, after: string]>([
    [
      'loses an item with its comments',
      'l:\n  - a # x\n  # of b\n  - b\n  - c\n',
      remove('/l/1'),
      'l:\n  - a # x\n  - c\n'
    ],
    ['loses its last item', 'l: # why\n  - a\nb: 1\n', remove('/l/0'), 'l: [] # why\nb: 1\n'],
    ['gets its first item', 'l: [] # why\nb: 1\n', add('/l/-', 'a'), 'l: # why\n  - a\nb: 1\n'],
    ['takes the place of nothing', 'l:\nb: 1\n', set('/l', ['a']), 'l:\n  - a\nb: 1\n'],
    [
      'takes the place of a text',
      'l: a # c\nb: 1\n',
      set('/l', ['a', 'b']),
      'l: # c\n  - a\n  - b\nb: 1\n'
    ],
    [
      'keeps its dashes where they are',
      'l:\n-   a\n-   b\nk: 1\n',
      add('/l/1', 'c'),
      'l:\n-   a\n-   c\n-   b\nk: 1\n'
    ],
    [
      'follows the indentation of the file',
      'k:\n    - a\nl: 1\n',
      set('/l', ['b']),
      'k:\n    - a\nl:\n    - b\n'
    ],
    [
      'gives a new item the quotes of the others',
      "l:\n  - 'a'\n",
      add('/l/-', 'b'),
      "l:\n  - 'a'\n  - 'b'\n"
    ],
    [
      'keeps blank lines between items',
      'l:\n  - a\n\n  - b\n\nk: 1\n',
      add('/l/-', 'c'),
      'l:\n  - a\n\n  - b\n\n  - c\n\nk: 1\n'
    ],
    [
      'changes and moves an item at once',
      'l:\n  - t: 1\n  - t: 2\n',
      [...move('/l/1', '/l/0'), ...set('/l/0/t', 3)],
      'l:\n  - t: 3\n  - t: 1\n'
    ],
    ['in a list loses its first item', 'l:\n  - - a\n    - b\n', remove('/l/0/0'), 'l:\n  - - b\n'],
    ['in brackets loses an item', 'l: [a, "b", c] # x\n', remove('/l/1'), 'l: [a, c] # x\n'],
    [
      'whose items stand apart leaves one gap when they go',
      'l:\n  - a\n\n  # of b\n  - b\n\n  - c\n  # d\n\nm: 1\n',
      [...remove('/l/0'), ...remove('/l/0'), ...remove('/l/0')],
      'l: []\n  # d\n\nm: 1\n'
    ],
    ['of pairs without values gets one', 'm: {a, b: , c}\n', set('/m/a', 1), 'm: {a: 1, b: , c}\n'],
    ['of pairs without values gets a list', 'm: {a, b}\n', set('/m/b', [1]), 'm: {a, b: [1]}\n'],
    ['of pairs without values loses one', 'm: {a: , b: 2}\n', remove('/m/b'), 'm: {a: }\n'],
    ['of pairs without values gets more', 'm: {a: }\n', add('/m/b', 2), 'm: {a: , b: 2}\n'],
    ['takes a tag along', 'a: !x b\nl: [c]\n', move('/a', '/l/0'), 'l: [!x b, c]\n'],
    [
      'copies a tag',
      'a: !x "b" # c\n',
      [{ op: 'copy', from: '/a', path: '/d' }],
      'a: !x "b" # c\nd: !x "b"\n'
    ],
    [
      'copies a tagged text on lines as one without a tag',
      'a: !!str b\n  1\n',
      [{ op: 'copy', from: '/a', path: '/d' }],
      'a: !!str b\n  1\nd: b 1\n'
    ],
    [
      'takes no mapping with the same key twice',
      'a:\n  k: {x: 1,\n    y: 2}\n  k: 3\nl: [b]\n',
      move('/a', '/l/0'),
      'duplicate-key'
    ],
    ['of pairs as in JSON', 'm: {"a":1,"b":2}\n', move('/m/b', '/m/c'), 'm: {"a":1,"c":2}\n'],
    [
      'in brackets on lines loses the line of an item',
      'l: [\n  a, # of a\n  b\n  ]\n',
      remove('/l/1'),
      'l: [\n  a # of a\n  ]\n'
    ],
    ['of pairs loses a key', 'l: [a: 1, b: 2] # x\n', remove('/l/0/a'), 'l: [{}, b: 2] # x\n'],
    ['of pairs gets a key', 'l: [a: 1, b: 2]\n', add('/l/1/c', 3), 'l: [a: 1, {b: 2, c: 3}]\n'],
    ['of pairs has a value replaced', 'l: [a: 1, b: 2]\n', set('/l/1/b', 3), 'l: [a: 1, b: 3]\n'],
    ['of pairs gives one away', 'l: [a: 1, b: 2]\n', move('/l/0', '/c'), 'l: [b: 2]\nc: {a: 1}\n'],
    [
      'of pairs gives a value away',
      'l: [a: 1, b: 2]\n',
      move('/l/0/a', '/l/1'),
      'l: [{}, 1, b: 2]\n'
    ],
    ['in brackets loses the last one', 'l: [a, b,]\n', remove('/l/1'), 'l: [a,]\n'],
    ['in brackets gets an item', 'l: [a, b]\n', add('/l/1', 'x, y'), 'l: [a, "x, y", b]\n'],
    [
      'in brackets on lines keeps its comments',
      'l: [\n  a, # of a\n  b # of b\n  ]\n',
      remove('/l/1'),
      'l: [\n  a # of a\n   # of b\n  ]\n'
    ],
    [
      'is replaced item by item',
      'l:\n  - a # x\n  - b # y\n  - c # z\n',
      set('/l', ['c', 'a', 'd']),
      'l:\n  - c # z\n  - a # x\n  - d\n'
    ],
    [
      'of mappings is replaced field by field',
      LINKS,
      set('/links', [
        { title: 'C', url: 'c' },
        { title: 'A', url: 'new' }
      ]),
      'links: # the links\n  - title: "C"\n    url: c\n  # by Ann\n  - title: "A" # first\n    url: new\n    # inside A\n\n  # the end\nnext: 1\n'
    ]
  ])('%s', (_, before, patch, after) => {
    expect(patched(before, patch)).toBe(after)
  })

  it('spells a new item like its neighbours', () => {
    const yaml = 'links:\n  - title: "A"\n    url: \'a\'\n    at: 2020-01-01\nurl: plain\n'

    expect(
      patched(yaml, add('/links/0', { title: 'B', url: 'b', at: '2020-01-02', m: 1 }))
    ).toContain(
      'links:\n  - title: "B"\n    url: \'b\'\n    at: 2020-01-02\n    m: 1\n  - title: "A"\n'
    )
  })
})

describe('a key', () => {
  it.each<[name: string, before: string, patch: JsonPatch, after: string]>([
    ['is added behind the others', 'a: 1\n# end\n', add('/b', true), 'a: 1\nb: true\n# end\n'],
    [
      'is added to a mapping inside',
      'm:\n  a: 1\nb: 1\n',
      add('/m/x', { z: [1] }),
      'm:\n  a: 1\n  x:\n    z:\n      - 1\nb: 1\n'
    ],
    [
      'stands apart where blocks do',
      'a: 1\n\nm:\n  - x\n\nn:\n  - y\n',
      add('/o', ['z']),
      'a: 1\n\nm:\n  - x\n\nn:\n  - y\n\no:\n  - z\n'
    ],
    ['is quoted if a reader would misread it', 'a: 1\n', add('/no', 1), 'a: 1\n"no": 1\n'],
    [
      'goes away with its lines and comment',
      'a: 1\n# of b\nb:\n  - x\n\nc: 1\n',
      remove('/b'),
      'a: 1\n\nc: 1\n'
    ],
    [
      'leaves one of the blank lines around it',
      'a:\n  - x\n\nb:\n  - y\n\nc: 1\n',
      remove('/b'),
      'a:\n  - x\n\nc: 1\n'
    ],
    ['leaves the comment at the top', '# head\na: 1\nb: 2\n', remove('/a'), '# head\nb: 2\n'],
    [
      'leaves an item that it started',
      'l:\n  - a: 1\n    b: 2\n',
      remove('/l/0/a'),
      'l:\n  - b: 2\n'
    ],
    ['leaves braces when it was the last', 'm:\n  a: 1\nb: 1\n', remove('/m/a'), 'm: {}\nb: 1\n'],
    ['leaves nothing when it was the last of all', 'a: 1\n', remove('/a'), ''],
    ['is renamed where it stands', 'a: 1 # c\nb: 2\n', move('/a', '/c'), 'c: 1 # c\nb: 2\n'],
    [
      'moves with its lines into another mapping',
      'a:\n  # note\n  x: |\n    text\n  y: 1\nb:\n    z: 2\n',
      move('/a', '/b/a'),
      'b:\n    z: 2\n    a:\n      # note\n      x: |\n        text\n      y: 1\n'
    ],
    ['is added in braces', 'm: {a: 1}\n', add('/m/b', 'x: y'), 'm: {a: 1, b: "x: y"}\n'],
    ['is added in empty braces', 'm: {}\nb: 1\n', add('/m/b', 'x'), 'm:\n  b: x\nb: 1\n'],
    ['goes away in braces', 'm: {a: 1, b: 2}\n', remove('/m/a'), 'm: {b: 2}\n'],
    [
      'leaves no blank line to the text above that keeps them',
      'a:\n  - |+\n    x\n\nb: 1\nc: 2\n\nd: 3\n',
      [...remove('/b'), ...remove('/c')],
      'a:\n  - |+\n    x\n\nd: 3\n'
    ],
    [
      'leaves no blanks to the text above that would count them',
      'a: |-\n x\nb: 1\n  \nc: 2\n',
      remove('/b'),
      'a: |-\n x\nc: 2\n'
    ],
    [
      'takes no blank line of the mapping around it',
      'a:\n  b: |+\n    x\n  c: 1\n\n',
      move('/a/c', '/d'),
      'a:\n  b: |+\n    x\nd: 1\n\n'
    ],
    ['is added to nothing but comments', '# only\n', add('/a', 'x'), '# only\na: x\n'],
    ['is added to nothing', '', add('/a', 'x'), 'a: x\n'],
    ['is added to many blank lines', '\n'.repeat(300), add('/a', 'x'), `${'\n'.repeat(300)}a: x\n`],
    [
      'keeps Windows line ends',
      '---\r\na: 1\r\n---\r\n',
      add('/b', ['x']),
      '---\r\na: 1\r\nb:\r\n  - x\r\n---\r\n'
    ],
    [
      'keeps the line end of its neighbour',
      '---\na: 1\nb: 2\r\n---\n',
      add('/c', 3),
      '---\na: 1\nb: 2\r\nc: 3\r\n---\n'
    ],
    ['keeps a byte order mark', '\uFEFF---\na: 1\n---\n', set('/a', 2), '\uFEFF---\na: 2\n---\n'],
    ['keeps what has no line end', '---\na: 1\n---', set('/a', 2), '---\na: 2\n---']
  ])('%s', (_, before, patch, after) => {
    expect(patched(before, patch)).toBe(after)
  })
})

describe('what cannot be done safely', () => {
  it.each<[name: string, yaml: string, patch: JsonPatch, code: string]>([
    ['a value that aliases repeat', 'a: &x 1\nb: *x\n', set('/a', 2), 'anchor-in-use'],
    ['a value inside of such a one', 'a: &x {c: 1}\nb: *x\n', set('/a/c', 2), 'anchor-in-use'],
    ['taking such a one away', 'a: &x 1\nb: *x\n', remove('/a'), 'anchor-in-use'],
    [
      'moving an item that holds one',
      'l:\n  - &x 1\n  - *x\n',
      move('/l/0', '/l/1'),
      'anchor-in-use'
    ],
    ['an alias', 'a: &x 1\nb: *x\n', set('/b', 2), 'alias'],
    ['a value inside of an alias', 'a: &x {c: 1}\nb: *x\n', set('/b/c', 2), 'alias'],
    ['copying an anchor', 'a: &x 1\n', [{ op: 'copy', from: '/a', path: '/b' }], 'anchor'],
    ['a tagged value', 'a: !!str 1\n', set('/a', 'x'), 'tag'],
    ['a key that stands twice', 'a: 1\na: 2\nb: 3\n', set('/a', 3), 'duplicate-key'],
    ['a value that is merged', 'a: &x {c: 1}\nb:\n  <<: *x\n', set('/b/c', 2), 'merge-key'],
    [
      'a value that a later merge overrides',
      'a: &x {c: 1}\nb:\n  c: 0\n  <<: *x\n',
      set('/b/c', 5),
      'not-verified'
    ],
    ['a merge', 'a: {b: 1}\n', add('/a/<<', { c: 2 }), 'merge-key'],
    ['a key without end', 'a: 1\n', add(`/${'k'.repeat(300)}`, 1), 'key-too-long'],
    ['half a character', 'a: 1\n', set('/a', '\ud800'), 'invalid-patch'],
    ['a value without end', 'a: 1\n', set('/a', nested(20_000)), 'invalid-patch'],
    ['no list of operations', 'a: 1\n', {} as JsonPatch, 'invalid-patch'],
    ['front matter that is null', '~\n', add('/a', 1), 'not-a-mapping']
  ])('is refused: %s', (_, yaml, patch, code) => {
    expect(patched(yaml, patch)).toBe(code)
  })

  it('does not keep other fields from being edited', () => {
    expect(patched('a: &x {c: 1}\nb: *x\nd: 1\nd: 2\ne: 3\n', set('/e', 4))).toContain('e: 4\n')
    expect(patched('a: &x {c: 1}\nb:\n  <<: *x\n  d: 1\n', set('/b/d', 4))).toContain('  d: 4\n')
  })

  it('is said with its place', () => {
    expect(patchFrontMatter(read('a: 1\nb: !!str 2\n'), set('/b', 'x'))).toEqual({
      ok: false,
      error: { code: 'tag', line: 3, column: 4, message: expect.stringMatching(/\.$/) }
    })
  })
})

it('changes as few characters as it can, and gives what takes them back', () => {
  const result = patchFrontMatter(read('---\na: true\nb: 1\nc: "x"\n---\n'), [
    ...set('/a', false),
    ...remove('/b')
  ])

  expect(result).toMatchObject({
    ok: true,
    value: {
      text: '---\na: false\nc: "x"\n---\n',
      edits: [
        { start: 7, end: 10, insert: 'fals' },
        { start: 12, end: 17, insert: '' }
      ],
      inverse: [
        { start: 7, end: 11, insert: 'tru' },
        { start: 13, end: 13, insert: 'b: 1\n' }
      ]
    }
  })
})

function nested(depth: number): Json {
  let value: Json = 1
  for (let i = 0; i < depth; i += 1) value = [value]
  return value
}
