import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdits, minimalEdits, type TextEdit } from './text-edit'

it('applies edits at once and says how to take them back', () => {
  const edits = [
    { start: 0, end: 1, insert: 'AA' },
    { start: 2, end: 2, insert: '-' },
    { start: 3, end: 5, insert: '' }
  ]

  expect(applyEdits('abcde', edits)).toEqual({
    text: 'AAb-c',
    inverse: [
      { start: 0, end: 2, insert: 'a' },
      { start: 3, end: 4, insert: '' },
      { start: 5, end: 5, insert: 'de' }
    ]
  })
})

it.each<[name: string, edits: readonly TextEdit[]]>([
  ['outside of the text', [{ start: 2, end: 4, insert: '' }]],
  ['backwards', [{ start: 2, end: 1, insert: '' }]],
  [
    'out of order',
    [
      { start: 2, end: 2, insert: '' },
      { start: 1, end: 1, insert: '' }
    ]
  ],
  [
    'over each other',
    [
      { start: 0, end: 2, insert: '' },
      { start: 1, end: 3, insert: '' }
    ]
  ]
])('does not take edits %s', (_, edits) => {
  expect(() => applyEdits('abc', edits)).toThrow(RangeError)
})

it('leaves out what an edit does not change, but no half character', () => {
  expect(minimalEdits('true', [{ start: 0, end: 4, insert: 'false' }])).toEqual([
    { start: 0, end: 3, insert: 'fals' }
  ])
  expect(minimalEdits('a🎉b', [{ start: 0, end: 4, insert: 'a🎈b' }])).toEqual([
    { start: 1, end: 3, insert: '🎈' }
  ])
  expect(minimalEdits('same', [{ start: 0, end: 4, insert: 'same' }])).toEqual([])
})

it('makes the same text of fewer characters, and takes it back', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '🎉', '🎈'), maxLength: 30 })
  const wanted = fc.array(fc.tuple(fc.nat(30), fc.nat(6), text), { maxLength: 4 })
  fc.assert(
    fc.property(text, wanted, (old, all) => {
      let done = 0
      const edits = [...all]
        .sort((a, b) => a[0] - b[0])
        .flatMap(([start, size, insert]) => {
          if (start < done || start + size > old.length) return []
          done = start + size
          return [{ start, end: done, insert }]
        })
      const minimal = minimalEdits(old, edits)
      const result = applyEdits(old, minimal)
      expect(result.text).toBe(applyEdits(old, edits).text)
      expect(applyEdits(result.text, result.inverse)).toEqual({ text: old, inverse: minimal })
    }),
    { numRuns: 300 }
  )
})
