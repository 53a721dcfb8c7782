import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeOrder } from './merge-order'

const merge = (base: string, ours: string, theirs: string) => {
  const isGone = (name: string) =>
    base.includes(name) && !(ours.includes(name) && theirs.includes(name))
  const { order, clashes } = mergeOrder([...base], [...ours], [...theirs], (name) => !isGone(name))
  return [order.join(''), clashes.join('')]
}

it.each([
  ['abcd', 'abcd', 'dcab', 'dcab', ''],
  ['abcd', 'dabc', 'abcd', 'dabc', ''],
  ['abcd', 'dabc', 'abXcd', 'dabXc', ''],
  ['abcd', 'Yabcd', 'Xabcd', 'YXabcd', ''],
  ['abcd', 'bcd', 'acd', 'cd', ''],
  ['abcd', 'dabc', 'bacd', 'dbac', ''],
  ['abcd', 'dabc', 'adbc', 'dabc', 'd'],
  ['abcd', 'dabc', 'dabc', 'dabc', ''],
  ['', 'ab', 'xy', 'abxy', ''],
  ['', 'ab', 'bXa', 'abX', '']
])('makes of %s, ours %s and theirs %s: %s', (base, ours, theirs, order, clashes) => {
  expect(merge(base, ours, theirs)).toEqual([order, clashes])
})

const NAMES = [...'abcdefghij']
const anOrder = fc.shuffledSubarray(NAMES)

it('is the order of the one side that changed it, and holds what is to stay once', () => {
  fc.assert(
    fc.property(anOrder, anOrder, anOrder, (base, ours, theirs) => {
      const [was, our, their] = [base.join(''), ours.join(''), theirs.join('')]
      expect(merge(was, was, their)).toEqual([their, ''])
      expect(merge(was, our, was)).toEqual([our, ''])

      const [order = ''] = merge(was, our, their)
      const all = NAMES.filter((name) =>
        base.includes(name)
          ? ours.includes(name) && theirs.includes(name)
          : ours.includes(name) || theirs.includes(name)
      )
      expect([...order].sort()).toEqual(all)
    })
  )
})
