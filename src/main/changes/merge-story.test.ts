import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aDocument, choices, somePatch } from '../../../test/a-document'
import { patchFrontMatter } from '../front-matter/patch'
import { type FrontMatter, readFrontMatter } from '../front-matter/read'
import { applyEdits, type TextEdit } from '../front-matter/text-edit'
import { toJson } from '../front-matter/value'
import { mergeStory } from './merge-story'
import { rootParts, sheetOf } from './source-parts'

/** `STORYDESK_LONG=1` looks longer. */
const RUNS = process.env.STORYDESK_LONG === '1' ? 20_000 : 300

const BASE = `---
title: "Tides"
quality: 52 # of 150
heat: 5

# who sent it
provider:
  name: Paper
  domain: paper.example
topics:
  - Oceans
  - Ports
images:
  - url: "https://a.example/1.jpg"
    width: 100
related:
  - title: "One"
    webUrl: "https://a.example/1"
    quality: 90
  - title: "Two"
    webUrl: "https://a.example/2"
    quality: 80
  - title: "Three"
    webUrl: "https://a.example/3"
    quality: 70
secured: "q8fN=="
---

A body.
`
const ONE = linkText('One', 1, 90)
const TWO = linkText('Two', 2, 80)
const THREE = linkText('Three', 3, 70)

function linkText(title: string, number: number, quality: number): string {
  return `  - title: "${title}"\n    webUrl: "https://a.example/${number}"\n    quality: ${quality}\n`
}

type Change = readonly (readonly [was: string, now: string])[]

/** Changes a text as an editor or a robot would; each place must be there. */
const changed = (text: string, changes: Change): string =>
  changes.reduce((now, [was, becomes]) => {
    if (!now.includes(was)) throw new Error(`There is no ${JSON.stringify(was)}`)
    return now.replace(was, () => becomes)
  }, text)

function merge(ours: string, theirs: string, base = BASE) {
  const versions = { base, ours, theirs }
  const bytes = Object.entries(versions).map(([side, text]) => [side, Buffer.from(text)])
  const merged = mergeStory(Object.fromEntries(bytes))
  return { text: Buffer.from(merged.bytes).toString('utf8'), conflicts: merged.conflicts }
}

it.each<[what: string, ours: Change, theirs: Change]>([
  ['two fields side by side', [['quality: 52', 'quality: 80']], [['heat: 5', 'heat: 9']]],
  ['two fields of one map', [['name: Paper', "name: 'P'"]], [['domain: paper', 'domain: www.p']]],
  ['two topics', [['  - Oceans\n', '']], [['  - Ports\n', '  - Ports\n  - "Tides" # new\n']]],
  [
    'a value and the comment on its line',
    [['quality: 52', 'quality: 80']],
    [['# of 150', '# of 200']]
  ],
  [
    'a key and the comment above it',
    [['  name: Paper', '  name: Press']],
    [['# who sent it', '# who\n# sent it']]
  ],
  [
    'new keys',
    [['heat: 5\n', 'heat: 5\nours: 1\n']],
    [['secured:', '# new\ntheirs: [1, 2]\nsecured:']]
  ],
  [
    'a new key without a value',
    [['heat: 5\n', 'heat: 5\nours:\n']],
    [['quality: 52', 'quality: 5']]
  ],
  ['a key that goes', [['heat: 5\n', '']], [['title: "Tides"', "title: 'Ebb'"]]],
  ['the body', [['A body.', 'Another body.']], [['quality: 52', 'quality: 50']]],
  [
    'two fields of one picture',
    [['width: 100', 'width: 90']],
    [['1.jpg"\n', '1.jpg"\n    height: 5\n']]
  ],
  ['a link that goes, and one that comes', [[ONE, '']], [[TWO, `${TWO}${linkText('New', 9, 75)}`]]],
  [
    'a link that moves, and another one that changes',
    [[`${ONE}${TWO}${THREE}`, `${THREE}${ONE}${TWO}`]],
    [['quality: 80', 'quality: 85 # up']]
  ],
  ['two fields of one link', [['"Two"', '"Zwei"']], [['quality: 80', 'quality: 0x10']]]
])('puts together %s, byte for byte', (_, ours, theirs) => {
  const both = changed(changed(BASE, ours), theirs)

  expect(merge(changed(BASE, ours), changed(BASE, theirs))).toEqual({ text: both, conflicts: [] })
  expect(merge(changed(BASE, theirs), changed(BASE, ours))).toEqual({ text: both, conflicts: [] })
})

it('keeps the place an editor gave a link, takes out what either took out, and adds what the robot added', () => {
  const ours = changed(BASE, [[`${ONE}${TWO}${THREE}`, `${THREE}${TWO}`]])
  const theirs = changed(BASE, [[`${ONE}${TWO}`, `${linkText('New', 9, 95)}${ONE}`]])

  const { text, conflicts } = merge(ours, theirs)

  expect(conflicts).toEqual([])
  expect(text).toBe(changed(BASE, [[`${ONE}${TWO}${THREE}`, `${THREE}${linkText('New', 9, 95)}`]]))
})

it('takes the right one out of links with the same address', () => {
  const again = THREE.replace('"Three"', '"Three, again"')
  const base = changed(BASE, [[THREE, `${THREE}${again}`]])
  const theirs = changed(base, [[again, again.replace('70', '60')]])

  const { text, conflicts } = merge(changed(base, [[THREE, '']]), theirs, base)

  expect({ text, conflicts }).toEqual({ text: changed(theirs, [[THREE, '']]), conflicts: [] })
})

it('takes the line endings of the side that converted the file', () => {
  const windows = (text: string) => text.replaceAll('\n', '\r\n')
  const ours = changed(BASE, [['quality: 52', 'quality: 80']])

  expect(merge(ours, windows(BASE)).text).toBe(windows(ours))
  expect(merge(windows(BASE), ours).text).toBe(windows(ours))
})

it('lists what both changed, keeps ours there, and takes everything else', () => {
  const ours = changed(BASE, [
    ['quality: 52', 'quality: 80'],
    [TWO, ''],
    ['"Three"', '"Drei"'],
    ['A body.', 'Our body.'],
    ['secured: "q8fN=="', 'secured: "ours"']
  ])
  const theirs = changed(BASE, [
    ['quality: 52', 'quality: 60'],
    ['heat: 5', 'heat: 9'],
    [TWO, TWO.replace('80', '81')],
    ['"Three"', '"Tre"'],
    ['A body.', 'Their body.'],
    ['secured: "q8fN=="', 'secured: "theirs"']
  ])

  const { text, conflicts } = merge(ours, theirs)

  expect(text).toBe(changed(ours, [['heat: 5', 'heat: 9']]))
  expect(conflicts.map(({ words }) => words)).toEqual([
    'Quality: 80 in ours, 60 in theirs, was 52',
    'Link “Three” title: “Drei” in ours, “Tre” in theirs, was “Three”',
    'Link “Two”: removed in ours, changed in theirs',
    'Secured: changed differently in ours and theirs',
    'Text after the front matter: changed differently in ours and theirs'
  ])
  expect(conflicts.slice(0, 2)).toEqual([
    { field: 'quality', words: expect.anything(), base: 52, ours: 80, theirs: 60 },
    {
      field: 'title',
      link: '1:https://a.example/3',
      words: expect.anything(),
      base: 'Three',
      ours: 'Drei',
      theirs: 'Tre'
    }
  ])
})

it('says when both moved a link, or rewrote a comment, each in another way', () => {
  const list = `${ONE}${TWO}${THREE}`
  const ours = changed(BASE, [
    [list, `${THREE}${ONE}${TWO}`],
    ['# of 150', '# ours']
  ])
  const theirs = changed(BASE, [
    [list, `${ONE}${THREE}${TWO}`],
    ['# of 150', '# theirs']
  ])

  const { text, conflicts } = merge(ours, theirs)

  expect(text).toBe(ours)
  expect(conflicts.map(({ words }) => words)).toEqual([
    'Related: “Three” was moved to one place in ours, to another in theirs',
    'Comments: changed differently in ours and theirs; theirs: “# theirs”'
  ])
})

it('does not mix the fields of two pictures', () => {
  const other = (letter: string, width: number) =>
    changed(BASE, [
      ['a.example/1.jpg"\n    width: 100', `${letter}.example/1.jpg"\n    width: ${width}`]
    ])

  const { text, conflicts } = merge(other('b', 100), other('c', 200))

  expect(text).toBe(other('b', 100))
  expect(conflicts.map(({ field }) => field)).toEqual(['images'])
})

it('spells what cannot be put together line by line in the style of ours', () => {
  const base = changed(BASE, [['topics:\n  - Oceans\n  - Ports\n', 'topics: [Oceans, Ports]\n']])
  const ours = changed(base, [['[Oceans, Ports]', '[Oceans]']])
  const theirs = changed(base, [
    ['[Oceans, Ports]', '[Oceans, Ports, Tides]'],
    ['heat: 5', 'heat: 0x5 # five']
  ])

  const { text, conflicts } = merge(ours, theirs, base)

  expect(conflicts).toEqual([])
  expect(text).toBe(
    changed(base, [
      ['[Oceans, Ports]', '[Oceans, Tides]'],
      ['heat: 5', 'heat: 0x5 # five']
    ])
  )
})

it('writes dates as the library writes them, also where they are spelled anew', () => {
  const flow = (links: string, more = '') => `---\n{ title: a, ${more}related: [${links}] }\n---\n`
  const versions = {
    base: Buffer.from(flow('')),
    ours: Buffer.from(flow('', 'heat: 1, ')),
    theirs: Buffer.from(flow('{ title: b, seen: 2026-01-02 }'))
  }
  expect(mergeStory(versions).conflicts).toHaveLength(1)
  const merged = mergeStory(versions, undefined, ['seen'])
  expect(merged.conflicts).toEqual([])
  expect(Buffer.from(merged.bytes).toString()).toBe(
    flow('{title: b, seen: 2026-01-02}', 'heat: 1, ')
  )
})

it('takes links into a list that was emptied or was not there', () => {
  const list = `related:\n${ONE}${TWO}${THREE}`
  const emptied = changed(BASE, [[list, 'related: []\n']])
  const withNew = changed(BASE, [[THREE, `${THREE}${linkText('New', 9, 60)}`]])
  const none = changed(BASE, [[list, '']])

  expect(merge(emptied, withNew)).toEqual({
    text: changed(BASE, [[list, `related:\n${linkText('New', 9, 60)}`]]),
    conflicts: []
  })
  expect(
    merge(
      changed(BASE, [[list, `related:\n${ONE}`]]),
      changed(BASE, [[list, `related:\n${TWO}`]]),
      none
    )
  ).toMatchObject({ conflicts: [], text: expect.stringContaining(`related:\n${ONE}${TWO}secured`) })
})

it('merges stories that both sides made anew', () => {
  const theirs = changed(BASE, [['heat: 5\n', '']])

  expect(merge(BASE, theirs, '')).toEqual({ text: BASE, conflicts: [] })
  expect(merge(theirs, changed(BASE, [['heat: 5', 'heat: 6']]), '').text).toContain('\nheat: 6\n')
})

it.each([
  ['the version before', 'title: "A\n', BASE, `${BASE}x`],
  ['ours', BASE, '\u0000\u0001\u0002', `${BASE}x`],
  ['theirs', BASE, `${BASE}x`, `---\n<<<<<<< a\ntitle: 1\n=======\n>>>>>>> b\n---\n`]
])('keeps ours and says so if %s cannot be read', (name, base, ours, theirs) => {
  const { text, conflicts } = merge(ours, theirs, base)

  expect(text).toBe(ours)
  expect(conflicts).toEqual([
    {
      field: '',
      words: expect.stringMatching(`^File: ${name} cannot be read \\(line \\d+: .*kept`)
    }
  ])
})

it('keeps ours if what an alias stands for was changed', () => {
  const base = '---\na: &x 1\nb: *x\nc: 1\n---\n'
  const ours = changed(base, [['c: 1', 'c: 2']])

  const { text, conflicts } = merge(ours, changed(base, [['&x 1', '&x 3']]), base)

  expect(text === changed(ours, [['&x 1', '&x 3']]) || conflicts.length > 0).toBe(true)
})

it('makes of changes to different fields both, byte for byte, in front matter of any style', () => {
  let compared = 0
  fc.assert(
    fc.property(aDocument(), choices(), choices(), (text, one, other) => {
      const ours = edited(text, one)
      const theirs = edited(text, other)
      const { text: merged, conflicts } = merge(ours.text, theirs.text, text)
      const data = toJson(read(merged).data)

      const both = applied(text, ours, theirs)
      if (both === null || conflicts.length > 0) return
      compared += 1
      expect(data).toEqual(toJson(read(both).data))
      expect(merged).toBe(both)
    }),
    { numRuns: RUNS }
  )
  expect(compared).toBeGreaterThan(RUNS / 10)
}, 600_000)

function read(text: string): FrontMatter {
  const result = readFrontMatter(Buffer.from(text))
  if (result.kind === 'front-matter') return result.frontMatter
  throw new Error(result.problem.message)
}

type Edited = { readonly text: string; readonly edits: readonly TextEdit[] }

function edited(text: string, chosen: Parameters<typeof somePatch>[1]): Edited {
  const before = read(text)
  const patched = patchFrontMatter(before, somePatch(toJson(before.data), chosen).patch)
  return patched.ok ? patched.value : { text, edits: [] }
}

/** Which keys at the top the edits lie in, or touch. */
const keysOf = (text: string, edits: readonly TextEdit[]): readonly number[] =>
  (rootParts(sheetOf(read(text)))?.parts ?? []).flatMap(({ from, to }, at) =>
    edits.some(({ start, end }) => start <= to && from <= end) ? [at] : []
  )

/** The text with the edits of both; `null` if they are about the same fields, or touch. */
function applied(text: string, ours: Edited, theirs: Edited): string | null {
  const edits = [...ours.edits, ...theirs.edits].sort((a, b) => a.start - b.start)
  const touch = edits.some((edit, at) => at > 0 && edit.start <= (edits[at - 1]?.end ?? 0))
  const their = keysOf(text, theirs.edits)
  const isShared = keysOf(text, ours.edits).some((key) => their.includes(key))
  return touch || isShared ? null : applyEdits(text, edits).text
}
