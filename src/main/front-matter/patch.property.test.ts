import fc from 'fast-check'
import { expect, it } from 'vitest'
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
