import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { applyEdits, minimalEdits } from '../front-matter/text-edit'
import { unifiedDiff } from './unified-diff'

it('shows changed lines with three lines around them', () => {
  const text = 'a\nb\nc\nd\ne\nf\ng\n'
  const edits = [{ start: 8, end: 9, insert: 'E' }]

  expect(unifiedDiff('x.md', text, edits)).toBe(
    '--- a/x.md\n+++ b/x.md\n@@ -2,6 +2,6 @@\n b\n c\n d\n-e\n+E\n f\n g\n'
  )
})

it('shows only what is new where whole lines are inserted or taken away', () => {
  expect(unifiedDiff('x', 'a\nb\n', [{ start: 2, end: 2, insert: 'new\n' }])).toContain(
    '@@ -1,2 +1,3 @@\n a\n+new\n b\n'
  )
  expect(unifiedDiff('x', 'a\nb\n', [{ start: 0, end: 2, insert: '' }])).toContain(
    '@@ -1,2 +1 @@\n-a\n b\n'
  )
})

it('joins changes whose surroundings meet, and no others', () => {
  const text = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n'
  const heads = (second: number) =>
    unifiedDiff('x', text, [
      { start: 0, end: 1, insert: 'A' },
      { start: second, end: second + 1, insert: 'X' }
    ]).match(/^@@.*/gm)

  expect(heads(14)).toEqual(['@@ -1,10 +1,10 @@'])
  expect(heads(16)).toEqual(['@@ -1,4 +1,4 @@', '@@ -6,5 +6,5 @@'])
})

it('shows nothing if nothing changes', () => {
  expect(unifiedDiff('x', 'a\n', [])).toBe('')
})

it('can be applied by git, whatever was edited', async () => {
  const { folder, write, text: read } = await aFolder()
  const line = fc.stringMatching(/^[ab]{0,2}\n$/)
  const lines = fc.array(line, { minLength: 1, maxLength: 30 }).map((all) => all.join(''))
  const edit = fc.tuple(fc.nat(90), fc.nat(20), fc.stringMatching(/^[ab\n]{0,4}$/))
  await fc.assert(
    fc.asyncProperty(lines, fc.array(edit, { maxLength: 4 }), async (text, wanted) => {
      const edits = fitting(text, wanted)
      const after = applyEdits(text, edits).text
      await write('x', text)
      const diff = unifiedDiff('x', text, edits)
      if (diff !== '')
        execFileSync('git', ['apply', '--unidiff-zero', '-'], { cwd: folder, input: diff })
      expect(await read('x')).toBe(after)
    }),
    { numRuns: 40 }
  )
})

/** Edits in order that do not overlap and leave some text. */
function fitting(text: string, wanted: readonly (readonly [number, number, string])[]) {
  let done = 0
  const edits = [...wanted]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([start, size, insert]) => {
      if (start < done || start + size > text.length) return []
      done = start + size + 1
      return [{ start, end: start + size, insert }]
    })
  const whole = minimalEdits(text, edits)
  return applyEdits(text, whole).text === '' ? [] : whole
}
