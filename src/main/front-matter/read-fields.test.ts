import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDocument } from '../../../test/a-document'
import { sharedData } from '../../../test/shared-data'
import { readPlainLines } from './plain-lines'
import { parseFrontMatter, type ReadResult, readFrontMatter } from './read'
import { type FieldsResult, readFields } from './read-fields'
import { isYamlList } from './value'

/** `STORYDESK_LONG=1` looks longer. */
const RUNS = process.env.STORYDESK_LONG === '1' ? 20_000 : 500

const STORY = `---
category: news
title: "A \\"quoted\\" title: caf\u00e9"
publishedDateTime: 2026-03-12T07:00:00Z
webUrl: https://a.example/x?y=z#part
quality: 140
heat: -1
published: true
empty:

provider:
  name: The Tidewater Post
  images:
    - url: "https://a.example/i.png"
      width: 50

topics:
  - Ports
  - "12:30"

related:
  - title: "First"
    quality: 3
    provider:
      name: Here
    images:
      - url: x.png
        width: 1
      - url: y.png
  - title: "Second"
    quality: 2

secured: "abc=="
---

Body
`

/** What `readFields` must answer, whatever it reads with. */
function expected(bytes: Uint8Array, skip: readonly string[]): FieldsResult {
  const read = parseFrontMatter(bytes)
  if (read.kind !== 'front-matter') return read
  const data = new Map(read.frontMatter.data)
  const counts = new Map<string, number>()
  for (const key of skip) {
    const value = data.get(key)
    if (isYamlList(value)) counts.set(key, value.length)
    data.delete(key)
  }
  return { kind: 'front-matter', data, counts, warnings: read.frontMatter.warnings }
}

/** All of it, and where each node stands. */
const whole = (read: ReadResult) =>
  read.kind === 'front-matter' ? { ...read.frontMatter, root: read.frontMatter.root() } : read

function expectAgreement(bytes: Uint8Array, skip: readonly string[], name?: string): void {
  expect(readFields(bytes, { skip }), name).toEqual(expected(bytes, skip))
  expect(whole(readFrontMatter(bytes)), name).toEqual(whole(parseFrontMatter(bytes)))
}

it.each([[['related', 'secured']], [[]], [['topics', 'provider', 'none']]])(
  'leaves out %j and counts lists',
  (skip) => {
    const bytes = Buffer.from(STORY)

    expect(readPlainLines(STORY, skip)).not.toBeNull()
    expectAgreement(bytes, skip)
  }
)

describe('what a program would not write', () => {
  const skip = ['related', 'secured']

  it.each([
    ['a broken quote in a skipped list', '"Second"', '"Second'],
    ['a bad escape', '"First"', '"\\q"'],
    ['an escaped surrogate', '"First"', '"\\ud83d"'],
    ['a control character', '"First"', '"\u0097"'],
    ['a key twice in a skipped item', '    quality: 2', '    title: x'],
    ['a skipped key twice', 'secured: "abc=="', 'secured: a\nsecured: b'],
    ['a key twice', 'heat: -1', 'quality: 1'],
    ['a number that readers dispute', 'quality: 3', 'quality: 12:30'],
    ['a symbol', 'quality: 3', 'quality: :x'],
    ['a comment', 'quality: 3', 'quality: 3 # c'],
    ['an alias', 'quality: 3', 'quality: *x'],
    ['a line too deep', '    quality: 3', '      quality: 3'],
    ['a line not deep enough', '    quality: 3', '   quality: 3'],
    ['text on a second line', 'name: Here', 'name: Here\n        there'],
    ['a key that is a boolean', '    quality: 2', '    no: 2'],
    ['Windows line ends', 'quality: 3\n', 'quality: 3\r\n'],
    ['a fence with text', 'heat: -1', '--- x'],
    ['a tab', 'quality: 3', 'quality:\t3'],
    ['blanks at the end', 'quality: 3\n', 'quality: 3 \n'],
    ['a list in brackets', '    quality: 3', '    tags: [a, b]'],
    [
      'a skipped key in brackets',
      'related:\n  - title: "First"',
      'related: [a]\nmore:\n  - title: "First"'
    ],
    ['no list under a skipped key', 'secured: "abc=="', 'secured:\n  a: b'],
    ['a colon at the end of a word', 'name: Here', 'name: Here:'],
    ['bytes that are not UTF-8', 'Body', '\ud800']
  ])('is read as by the parser: %s', (_, old, written) => {
    const text = STORY.replace(old, written)
    const bytes =
      written === '\ud800'
        ? Buffer.from(text.replace('\ud800', '\u00ff'), 'latin1')
        : Buffer.from(text)
    expect(text).not.toBe(STORY)

    expectAgreement(bytes, skip)
  })
})

it('agrees with the parser on documents in all styles, whole and damaged', () => {
  const damage = fc.record({
    at: fc.nat(),
    size: fc.nat(3),
    insert: fc.constantFrom(
      '',
      '\n',
      ' ',
      '"',
      ':',
      ': ',
      '#',
      '- ',
      '\t',
      '\\',
      'x',
      '\r',
      '\u2028',
      '---',
      '\n---\n'
    )
  })
  fc.assert(
    fc.property(
      fc.oneof(aDocument(), fc.constant(STORY)),
      fc.array(damage, { maxLength: 2 }),
      (text, all) => {
        const damaged = all.reduce((t, { at, size, insert }) => {
          const start = 4 + (at % t.length)
          return t.slice(0, start) + insert + t.slice(start + size)
        }, text)
        const bytes = Buffer.from(damaged)
        expectAgreement(bytes, ['related', 'topics'])
      }
    ),
    { numRuns: RUNS }
  )
}, 600_000)

const hazards = sharedData('hazards/files')
it.skipIf(hazards === null)('agrees with the parser on hostile and odd stories', () => {
  for (const name of readdirSync(hazards ?? '')) {
    expectAgreement(readFileSync(join(hazards ?? '', name)), ['related'], name)
  }
})
