import fc from 'fast-check'
import type { Json, JsonPatch, PatchOperation } from '../src/shared/json'

/** Front matter in any style that people and programs write, as the text of a whole file. */
export const aDocument = (): fc.Arbitrary<string> =>
  fc
    .record({
      top: aBlockMap(3),
      indent: fc.constantFrom(0, 0, 0, 2),
      head: fc.constantFrom('', '', '# head\n', '\n', '# head\n\n'),
      tail: fc.constantFrom('', '', '\n', '# tail\n', '\n# tail\n\n'),
      fence: fc.constantFrom('---', '---', '...', '--- '),
      body: fc.constantFrom('\n\n', '', '\n', '\nBody: "x\n- y\n'),
      mark: fc.constantFrom('', '', '', '', '\uFEFF'),
      breaks: fc.constantFrom('\n', '\n', '\n', '\r\n', 'mixed')
    })
    .map(({ top, indent, head, tail, fence, body, mark, breaks }) => {
      const text = `${mark}---\n${head}${top(indent).join('\n')}\n${tail}${fence}${body}`
      if (breaks === 'mixed')
        return text.replace(/\n/g, (_, at: number) => (at % 3 ? '\n' : '\r\n'))
      return text.replace(/\n/g, breaks)
    })

/** Prints a value below its key: the lines, indented by `column`. */
type Lines = (column: number) => readonly string[]
/** A value: in one token, which may have lines below it, or in lines of its own. */
type Value =
  | { readonly token: (column: number) => readonly string[] }
  | { readonly lines: Lines; readonly isList: boolean }

const TOKENS = [
  'plain',
  'two words',
  "don't",
  'a:b',
  'C#',
  '5',
  '-1',
  '0',
  '010',
  '1.5',
  '1.10',
  '9007199254740993',
  '1_000',
  'true',
  'no',
  'Yes',
  '~',
  'null',
  '2020-11-18T09:21:00Z',
  '2020-01-02',
  '12:30',
  '""',
  "''",
  '"double"',
  '"a \\"b\\" \\u00e9 \\\\ c"',
  "'single'",
  "'it''s'",
  '"with # and: "',
  '日本語',
  '"🎉"',
  '[]',
  '{}',
  '[a, b]',
  '[ a , "b", 3 ]',
  '{a: 1}',
  '{ a: 1, "b": [x, {c: d}] }',
  '[{a: 1}, {a: 2}]',
  '[a, b,]'
]
const MULTILINE: readonly ((pad: string) => readonly string[])[] = [
  (pad) => ['|', `${pad}literal`, `${pad}  more`, '', `${pad}end`],
  (pad) => ['|-', `${pad}stripped`],
  (pad) => ['>', `${pad}folded`, `${pad}text`, '', `${pad}more`],
  (pad) => ['>- # why', `${pad}folded`],
  (pad) => ['plain', `${pad}on two lines`],
  (pad) => ['"double', '', `${pad}on lines"`],
  (pad) => ["'single", `${pad}on lines'`],
  (pad) => ['[a,', `${pad}b, # of b`, `${pad}c]`],
  (pad) => ['[', `${pad}a,`, `${pad}b`, `${pad}]`],
  (pad) => ['{a: 1,', `${pad}b: [x,`, `${pad}y]}`]
]
const KEYS = [
  'title',
  'quality',
  'published',
  'topics',
  'related',
  'url',
  'a',
  'b',
  'publishedDateTime',
  '"q"',
  "'s'",
  'x y'
]

const aValue = (depth: number): fc.Arbitrary<Value> => {
  const token = fc.constantFrom(...TOKENS).map((text): Value => ({ token: () => [text] }))
  const empty = fc.constant<Value>({ token: () => [''] })
  const multiline = fc
    .constantFrom(...MULTILINE)
    .map((print): Value => ({ token: (column) => print(' '.repeat(column + 2)) }))
  if (depth === 0)
    return fc.oneof(
      { weight: 8, arbitrary: token },
      { weight: 1, arbitrary: empty },
      { weight: 1, arbitrary: multiline }
    )
  return fc.oneof(
    { weight: 8, arbitrary: token },
    { weight: 1, arbitrary: empty },
    { weight: 2, arbitrary: multiline },
    {
      weight: 4,
      arbitrary: aBlockList(depth - 1).map((lines): Value => ({ lines, isList: true }))
    },
    { weight: 3, arbitrary: aBlockMap(depth - 1).map((lines): Value => ({ lines, isList: false })) }
  )
}

const decoration = fc.record({
  above: fc.constantFrom(
    '',
    '',
    '',
    '',
    'blank',
    'comment',
    'blank and comment',
    'comment and blank'
  ),
  beside: fc.constantFrom('', '', '', ' # beside')
})
const above = (kind: string, pad: string, count: number): readonly string[] => {
  const comment = `${pad}# above ${count}`
  if (kind === 'blank') return ['']
  if (kind === 'comment') return [comment]
  if (kind === 'blank and comment') return ['', comment]
  return kind === '' ? [] : [comment, '']
}
/** Puts a comment behind a token that ends on this line. */
const withBeside = (lines: readonly string[], beside: string): readonly string[] =>
  lines.length === 1 && lines[0] !== undefined ? [lines[0] + beside] : lines

function aBlockMap(depth: number): fc.Arbitrary<Lines> {
  const entry = fc.tuple(
    aValue(depth),
    decoration,
    fc.constantFrom(0, 2, 2, 4),
    fc.constantFrom(1, 2, 2, 4)
  )
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), entry), {
      minLength: 1,
      maxLength: depth > 1 ? 6 : 4,
      selector: ([key]) => key
    })
    .map(
      (entries): Lines =>
        (column) =>
          entries.flatMap(([key, [value, { above: over, beside }, listIndent, mapIndent]], i) => {
            const pad = ' '.repeat(column)
            const lead = i === 0 ? [] : above(over, pad, i)
            if ('lines' in value) {
              const inner = column + (value.isList ? listIndent : mapIndent)
              return [...lead, `${pad}${key}:${beside}`, ...value.lines(inner)]
            }
            const [first = '', ...rest] = withBeside(value.token(column), beside)
            return [
              ...lead,
              `${pad}${key}:${first === '' ? '' : ` ${first}`}`.replace(': #', ':  #'),
              ...rest
            ]
          })
    )
}

function aBlockList(depth: number): fc.Arbitrary<Lines> {
  const item = fc.tuple(aValue(depth), decoration)
  return fc
    .tuple(
      fc.array(item, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(1, 1, 1, 3),
      fc.boolean()
    )
    .map(
      ([items, gap, alone]): Lines =>
        (column) =>
          items.flatMap(([value, { above: over, beside }], i) => {
            const pad = ' '.repeat(column)
            const lead = i === 0 ? [] : above(over, pad, i)
            const dash = `${pad}-${' '.repeat(gap)}`
            if ('lines' in value) {
              const inner = value.lines(column + 1 + gap)
              if (alone && !value.isList) return [...lead, `${pad}-${beside}`, ...inner]
              return [...lead, dash + (inner[0] ?? '').trimStart(), ...inner.slice(1)]
            }
            const [first = '', ...rest] = withBeside(value.token(column), beside)
            return [...lead, `${dash}${first}`.replace(/- +$/, '-').replace(/- +#/, '- #'), ...rest]
          })
    )
}

const NEW_TEXTS = [
  'New',
  'two words',
  'No',
  'yes',
  'y',
  '1.0',
  '2020-01-01',
  'null',
  '~',
  '0x1F',
  '12:30',
  '#tag',
  'a: b',
  'a #b',
  ':x',
  "it's",
  '"',
  '\\',
  'tab\there',
  'line\nbreak',
  ' blanks ',
  '',
  '- a',
  '[x]',
  '{',
  '日本語',
  '🎉',
  '\u0085',
  '\uFEFF',
  '\u00a0',
  'https://x.example/?a=b#c',
  '2021-01-02T03:04:05Z',
  '<<',
  '=',
  '1e3',
  'x'.repeat(90),
  'a\n\nb\n',
  '...',
  '---'
]

const aScalar = (): fc.Arbitrary<Json> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Json>(...NEW_TEXTS) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }).filter((t) => !/\p{Cs}/u.test(t))
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Json>(null, true, false, 0, -1, 7, 1.5, 1e-7, 0.1)
    }
  )

/** A value that a patch could add. */
const aJson = (): fc.Arbitrary<Json> =>
  fc.oneof(
    { weight: 4, arbitrary: aScalar() },
    { weight: 1, arbitrary: fc.array(aScalar(), { maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc.dictionary(
        fc.constantFrom('title', 'url', 'quality', 'a', 'x y', 'No'),
        aScalar(),
        { maxKeys: 3, noNullPrototype: true }
      )
    },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.dictionary(fc.constantFrom('title', 'url'), aScalar(), {
          minKeys: 1,
          noNullPrototype: true
        }),
        { maxLength: 2 }
      )
    }
  )

/** Numbers and values with which `somePatch` chooses, whatever the data is. */
export const choices = (): fc.Arbitrary<readonly (readonly [number, number, number, Json])[]> =>
  fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), aJson()), { minLength: 1, maxLength: 4 })

/** A patch that applies to `data`, made of the choices; and the data after it. */
export function somePatch(
  data: Json,
  chosen: readonly (readonly [number, number, number, Json])[]
): { readonly patch: JsonPatch; readonly after: Json } {
  const patch: PatchOperation[] = []
  let after = data
  for (const [a, b, c, value] of chosen) {
    const places = pointersIn(after)
    const from = places[a % places.length]
    const to = places[b % places.length]
    const operation = operationOf(c % 8, from ?? '', to ?? '', value, after)
    if (operation === null) continue
    const next = tryPatch(after, operation)
    if (next === undefined) continue
    patch.push(operation)
    after = next
  }
  return { patch, after }
}

function operationOf(
  kind: number,
  from: string,
  to: string,
  value: Json,
  data: Json
): PatchOperation | null {
  if (kind <= 1) return from === '' ? null : { op: 'replace', path: from, value }
  if (kind === 2) return from === '' ? null : { op: 'remove', path: from }
  if (kind === 3) return { op: 'move', from, path: to }
  if (kind === 4) return { op: 'copy', from, path: to }
  if (kind === 5) {
    const list = from.replace(/\/[^/]*$/, '')
    return Array.isArray(valueAt(data, list))
      ? { op: 'move', from, path: `${list}/0` }
      : { op: 'add', path: `${from}`, value }
  }
  const target = valueAt(data, from)
  if (Array.isArray(target))
    return kind === 6
      ? { op: 'add', path: `${from}/-`, value }
      : { op: 'replace', path: from, value: [...target].reverse() }
  if (target !== null && typeof target === 'object')
    return { op: 'add', path: `${from}/added`, value }
  return { op: 'test', path: from, value: target as Json }
}

/** All pointers into a value, but the empty one. */
function pointersIn(value: Json, at = ''): readonly string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) => {
    const path = `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`
    return [path, ...pointersIn(item as Json, path)]
  })
}

const tokensOf = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(1)
    .map((token) => token.replace(/~1/g, '/').replace(/~0/g, '~'))

function valueAt(data: Json, path: string): Json | undefined {
  return tokensOf(path).reduce<Json | undefined>(
    (at, token) =>
      at !== null && typeof at === 'object' && Object.hasOwn(at, token)
        ? (at as { readonly [key: string]: Json })[token]
        : undefined,
    data
  )
}

/** A plain JSON Patch to compare with. @returns `undefined` if the operation does not apply. */
function tryPatch(data: Json, operation: PatchOperation): Json | undefined {
  const copy = structuredClone(data) as Json
  const target = (path: string) => {
    const tokens = tokensOf(path)
    const last = tokens[tokens.length - 1]
    const parent = valueAt(copy, path.slice(0, path.lastIndexOf('/')))
    return { parent: parent as Json[] & { [key: string]: Json }, last: last as string }
  }
  const add = (path: string, value: Json): boolean => {
    const { parent, last } = target(path)
    if (parent === null || typeof parent !== 'object' || last === undefined) return false
    if (!Array.isArray(parent)) {
      Object.defineProperty(parent, last, {
        value,
        enumerable: true,
        configurable: true,
        writable: true
      })
      return true
    }
    const index = last === '-' ? parent.length : /^(0|[1-9]\d*)$/.test(last) ? Number(last) : -1
    if (index < 0 || index > parent.length) return false
    parent.splice(index, 0, value)
    return true
  }
  const remove = (path: string): boolean => {
    const { parent, last } = target(path)
    if (valueAt(copy, path) === undefined) return false
    if (Array.isArray(parent)) parent.splice(Number(last), 1)
    else delete parent[last]
    return true
  }
  const done = (fine: boolean): Json | undefined => (fine ? copy : undefined)
  switch (operation.op) {
    case 'add':
      return done(add(operation.path, operation.value))
    case 'remove':
      return done(operation.path !== '' && remove(operation.path))
    case 'replace': {
      const { parent, last } = target(operation.path)
      if (valueAt(copy, operation.path) === undefined) return undefined
      parent[last as unknown as number] = operation.value
      return copy
    }
    case 'test':
      return done(valueAt(copy, operation.path) !== undefined)
    default: {
      const source = valueAt(copy, operation.from)
      const inside = operation.path.startsWith(`${operation.from}/`)
      if (source === undefined || (operation.op === 'move' && inside)) return undefined
      if (operation.op === 'move' && operation.from !== operation.path && !remove(operation.from))
        return undefined
      if (operation.from === operation.path && operation.op === 'move') return copy
      return done(add(operation.path, structuredClone(source) as Json))
    }
  }
}
