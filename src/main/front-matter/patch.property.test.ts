import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json, JsonPatch } from '#shared/json'
import { aDocument, choices, somePatch } from '../../../test/a-document'
import { patchFrontMatter } from './patch'
import { type FrontMatter, readFrontMatter } from './read'
import { applyEdits } from './text-edit'
import { toJson } from './value'

/** `STORYDESK_LONG=1` looks longer. */
const RUNS = process.env.STORYDESK_LONG === '1' ? 20_000 : 400

function read(text: string): FrontMatter {
  const result = readFrontMatter(Buffer.from(text, 'utf8'))
  if (result.kind === 'front-matter') return result.frontMatter
  throw new Error(`${result.problem.message} ${JSON.stringify(text)}`)
}

it('makes of every document what the patch makes of its data, by edits that can be taken back', () => {
  fc.assert(
    fc.property(aDocument(), choices(), (text, chosen) => {
      const before = read(text)
      const { patch, after } = somePatch(toJson(before.data), chosen)

      const patched = patchFrontMatter(before, patch)

      if (!patched.ok) {
        expect(['merge-key'], JSON.stringify(patched.error)).toContain(patched.error.code)
        return
      }
      const { edits, inverse } = patched.value
      expect(toJson(read(patched.value.text).data)).toEqual(after)
      expect(applyEdits(text, edits)).toEqual({ text: patched.value.text, inverse })
      expect(applyEdits(patched.value.text, inverse)).toEqual({ text, inverse: edits })
    }),
    { numRuns: RUNS }
  )
}, 600_000)

it('loses no comment when items of a list change places', () => {
  fc.assert(
    fc.property(aDocument(), fc.nat(), fc.nat(), fc.nat(), (text, which, from, to) => {
      const before = read(text)
      const lists = listsIn(toJson(before.data))
      const [path, length] = lists[which % lists.length] ?? []
      if (path === undefined || length === undefined) return
      const move = { op: 'move', from: `${path}/${from % length}`, path: `${path}/${to % length}` }

      const patched = patchFrontMatter(before, [move] as JsonPatch)

      if (!patched.ok) throw new Error(patched.error.message)
      expect(commentsOf(patched.value.text)).toEqual(commentsOf(text))
    }),
    { numRuns: RUNS }
  )
}, 600_000)

/** The pointers of all lists of several items, and their lengths. */
function listsIn(value: Json, at = ''): readonly (readonly [path: string, length: number])[] {
  if (value === null || typeof value !== 'object') return []
  const inside = Object.entries(value).flatMap(([key, item]) => listsIn(item, `${at}/${key}`))
  return Array.isArray(value) && value.length > 1 ? [[at, value.length], ...inside] : inside
}

/** The comments that `aDocument` writes. */
const commentsOf = (text: string): readonly string[] =>
  [...text.matchAll(/# (?:above \d|beside|head|tail|of b|why)/g)].map(([comment]) => comment).sort()
