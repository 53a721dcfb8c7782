import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linkKeys } from '#shared/story/link-key'
import { aDocument, choices, somePatch } from '../../../test/a-document'
import { patchFrontMatter } from '../front-matter/patch'
import { readFrontMatter } from '../front-matter/read'
import { toJson } from '../front-matter/value'
import { changedPart } from './changed-part'
import { diffVersions } from './diff-versions'

/** `STORYDESK_LONG=1` looks longer. */
const RUNS = process.env.STORYDESK_LONG === '1' ? 20_000 : 300

const link = (name: string, quality = 5) =>
  `  - title: "${name}"\n    webUrl: https://${name}.example/\n    quality: ${quality}\n`
const story = (links: readonly string[], quality = 5) =>
  `---\ntitle: Tides\nquality: ${quality}\nrelated:\n${links.join('')}secured: "x"\n---\nBody\n`
const ALL = ['a', 'b', 'c', 'd', 'e'].map((name) => link(name))

const cut = (before: string, after: string) => {
  const part = changedPart(Buffer.from(before), Buffer.from(after))
  return part === null ? null : [part.before.toString(), part.after.toString()]
}

it('cuts to the field that differs, and a list to the items that do', () => {
  expect(cut(story(ALL), story(ALL, 6))).toEqual([
    '---\nquality: 5\n---\n',
    '---\nquality: 6\n---\n'
  ])
  expect(cut(story(ALL), story(ALL.with(3, link('d', 9))))).toEqual([
    `---\nrelated:\n${'  - 0\n'.repeat(3)}${link('d')}---\n`,
    `---\nrelated:\n${'  - 0\n'.repeat(3)}${link('d', 9)}---\n`
  ])
})

it.each([
  ['the text differs', story(ALL), story(ALL).replace('Body', 'Text')],
  [
    'a field stands twice',
    story(ALL).replace('Body', 'quality: 1'),
    story(ALL, 6).replace('secured', 'quality')
  ],
  ['a quote is open above', '---\na: "x\nb: 1"\nc: 1\n---\n', '---\na: "x\nb: 2"\nc: 1\n---\n'],
  ['there are anchors', '---\na: 1\nb: &x 1\n---\n', '---\na: 1\nb: &x 2\n---\n'],
  ['there is no front matter', 'a: 1\nb: 2\n', 'a: 1\nb: 3\n'],
  ['nothing is the same', '---\na: 1\n---\n', 'x'],
  ['one is empty', '', story(ALL)]
])('leaves it to the whole files where %s', (_, before, after) => {
  expect(cut(before, after)).toBeNull()
})

/** A first line that is too unusual to be cut. */
const whole = (text: string): Buffer =>
  Buffer.from(text.replace(/^(\uFEFF?---\r?\n)/, '$1"odd": "o"\n'))

/** Where it does, the whole files may take one link for another. */
function repeatsLinks(text: string): boolean {
  const read = readFrontMatter(Buffer.from(text))
  const related =
    read.kind === 'front-matter' ? toJson(read.frontMatter.data.get('related') ?? null) : null
  return Array.isArray(related) && linkKeys(related).some((key) => !key.startsWith('1:'))
}

it('says the same as a comparison of the whole files', () => {
  let cuts = 0
  const compare = (before: string, after: string) => {
    if (cut(before, after) === null || [before, after].some(repeatsLinks)) return
    cuts += 1
    expect(diffVersions(Buffer.from(before), Buffer.from(after))).toEqual(
      diffVersions(whole(before), whole(after))
    )
  }
  fc.assert(
    fc.property(
      fc.shuffledSubarray(ALL),
      fc.shuffledSubarray([...ALL, link('g'), link('f')]),
      (a, b) => {
        if (a.length > 0 && b.length > 0) compare(story(a), story(b))
      }
    ),
    { numRuns: RUNS }
  )
  fc.assert(
    fc.property(aDocument(), choices(), (text, chosen) => {
      const read = readFrontMatter(Buffer.from(text))
      if (read.kind !== 'front-matter') return
      const { data } = read.frontMatter
      const patched = patchFrontMatter(read.frontMatter, somePatch(toJson(data), chosen).patch)
      if (patched.ok) compare(text, patched.value.text)
    }),
    { numRuns: RUNS }
  )
  expect(cuts).toBeGreaterThan(RUNS / 10)
}, 600_000)
