import { describe, expect, it } from 'vitest'
import type { Json, JsonPatch } from '#shared/json'
import { patchFrontMatter } from './patch'
import { readText } from './read'
import { toJson } from './value'

type Example = readonly [name: string, yaml: string, patch: JsonPatch, result: Json | null]

/** RFC 6902, appendix A; `null` where the patch must fail. A top-level list cannot be front matter, so A.9 to A.13 keep theirs below a key. */
const EXAMPLES: readonly Example[] = [
  [
    'A.1 adding an object member',
    'foo: bar',
    [{ op: 'add', path: '/baz', value: 'qux' }],
    { baz: 'qux', foo: 'bar' }
  ],
  [
    'A.2 adding an array element',
    'foo:\n  - bar\n  - baz',
    [{ op: 'add', path: '/foo/1', value: 'qux' }],
    { foo: ['bar', 'qux', 'baz'] }
  ],
  [
    'A.3 removing an object member',
    'baz: qux\nfoo: bar',
    [{ op: 'remove', path: '/baz' }],
    { foo: 'bar' }
  ],
  [
    'A.4 removing an array element',
    'foo: [bar, qux, baz]',
    [{ op: 'remove', path: '/foo/1' }],
    { foo: ['bar', 'baz'] }
  ],
  [
    'A.5 replacing a value',
    'baz: qux\nfoo: bar',
    [{ op: 'replace', path: '/baz', value: 'boo' }],
    { baz: 'boo', foo: 'bar' }
  ],
  [
    'A.6 moving a value',
    'foo:\n  bar: baz\n  waldo: fred\nqux:\n  corge: grault',
    [{ op: 'move', from: '/foo/waldo', path: '/qux/thud' }],
    { foo: { bar: 'baz' }, qux: { corge: 'grault', thud: 'fred' } }
  ],
  [
    'A.7 moving an array element',
    'foo:\n- all\n- grass\n- cows\n- eat',
    [{ op: 'move', from: '/foo/1', path: '/foo/3' }],
    { foo: ['all', 'cows', 'eat', 'grass'] }
  ],
  [
    'A.8 testing a value: success',
    'baz: "qux"\nfoo: [a, 2, c]',
    [
      { op: 'test', path: '/baz', value: 'qux' },
      { op: 'test', path: '/foo/1', value: 2 }
    ],
    { baz: 'qux', foo: ['a', 2, 'c'] }
  ],
  ['A.9 testing a value: error', 'baz: qux', [{ op: 'test', path: '/baz', value: 'bar' }], null],
  [
    'A.10 adding a nested member object',
    'foo: bar',
    [{ op: 'add', path: '/child', value: { grandchild: {} } }],
    { foo: 'bar', child: { grandchild: {} } }
  ],
  [
    'A.11 ignoring unrecognized elements',
    'foo: bar',
    [{ op: 'add', path: '/baz', value: 'qux', xyz: 123 } as JsonPatch[number]],
    { foo: 'bar', baz: 'qux' }
  ],
  [
    'A.12 adding to a nonexistent target',
    'foo: bar',
    [{ op: 'add', path: '/baz/bat', value: 'qux' }],
    null
  ],
  [
    'A.13 invalid JSON Patch document',
    'foo: bar',
    [{ op: 'wrong', path: '/baz' } as unknown as JsonPatch[number]],
    null
  ],
  [
    'A.14 ~ escape ordering',
    '/: 9\n~1: 10',
    [{ op: 'test', path: '/~01', value: 10 }],
    { '/': 9, '~1': 10 }
  ],
  [
    'A.15 comparing strings and numbers',
    '/: 9\n~1: 10',
    [{ op: 'test', path: '/~01', value: '10' }],
    null
  ],
  [
    'A.16 adding an array value',
    'foo: [bar]',
    [{ op: 'add', path: '/foo/-', value: ['abc', 'def'] }],
    { foo: ['bar', ['abc', 'def']] }
  ]
]

const MORE: readonly Example[] = [
  [
    'all operations or none',
    'a: 1',
    [
      { op: 'replace', path: '/a', value: 2 },
      { op: 'remove', path: '/b' }
    ],
    null
  ],
  ['an index behind the end', 'a: [1]', [{ op: 'add', path: '/a/2', value: 2 }], null],
  ['an index at the end', 'a: [1]', [{ op: 'add', path: '/a/1', value: 2 }], { a: [1, 2] }],
  ['an index with a leading zero', 'a: [1, 2]', [{ op: 'remove', path: '/a/01' }], null],
  ['an index with a sign', 'a: [1, 2]', [{ op: 'remove', path: '/a/-1' }], null],
  ['the dash where nothing is added', 'a: [1, 2]', [{ op: 'remove', path: '/a/-' }], null],
  ['a pointer without a slash', 'a: 1', [{ op: 'remove', path: 'a' }], null],
  ['a tilde that escapes nothing', 'a: 1', [{ op: 'add', path: '/~2', value: 1 }], null],
  [
    'a value that is missing',
    'a: 1',
    [{ op: 'add', path: '/b' } as unknown as JsonPatch[number]],
    null
  ],
  [
    'adding what is there, which replaces it',
    'a: 1',
    [{ op: 'add', path: '/a', value: 2 }],
    { a: 2 }
  ],
  ['replacing what is not there', 'a: 1', [{ op: 'replace', path: '/b', value: 2 }], null],
  ['moving into itself', 'a: {b: 1}', [{ op: 'move', from: '/a', path: '/a/c' }], null],
  ['moving to where it is', 'a: {b: 1}', [{ op: 'move', from: '/a', path: '/a' }], { a: { b: 1 } }],
  [
    'copying, then changing the copy',
    'a:\n  b: 1\nc: 2',
    [
      { op: 'copy', from: '/a', path: '/d' },
      { op: 'replace', path: '/d/b', value: 3 }
    ],
    { a: { b: 1 }, c: 2, d: { b: 3 } }
  ],
  [
    'testing deep, in any order of keys',
    'a: {b: [1, {c: null}], d: x}',
    [{ op: 'test', path: '/a', value: { d: 'x', b: [1, { c: null }] } }],
    { a: { b: [1, { c: null }], d: 'x' } }
  ],
  ['testing the whole', 'a: 1', [{ op: 'test', path: '', value: { a: 1 } }], { a: 1 }],
  [
    'replacing the whole',
    'a: 1\nb: 2',
    [{ op: 'replace', path: '', value: { b: 3, c: 4 } }],
    { b: 3, c: 4 }
  ],
  ['replacing the whole by a list', 'a: 1', [{ op: 'replace', path: '', value: [1] }], null],
  ['the empty key', 'a: 1', [{ op: 'add', path: '/', value: 2 }], { a: 1, '': 2 }],
  ['an empty patch', 'a: 1', [], { a: 1 }],
  [
    'keys of JavaScript',
    'a: 1',
    [
      { op: 'add', path: '/__proto__', value: { polluted: 1 } },
      { op: 'test', path: '/__proto__/polluted', value: 1 }
    ],
    JSON.parse('{"a": 1, "__proto__": {"polluted": 1}}')
  ],
  [
    'keys that only JavaScript has',
    'a: {}',
    [{ op: 'add', path: '/a/constructor/x', value: 1 }],
    null
  ]
]

describe('a patch', () => {
  it.each([...EXAMPLES, ...MORE])('does as RFC 6902 says: %s', (_, yaml, patch, result) => {
    const read = readText(`---\n${yaml}\n---\nBody\n`)
    if (read.kind !== 'front-matter') throw new Error(read.problem.message)

    const patched = patchFrontMatter(read.frontMatter, patch)

    expect(patched.ok ? toJson(patched.value.frontMatter.data) : null).toEqual(result)
    expect({}).not.toHaveProperty('polluted')
  })
})
