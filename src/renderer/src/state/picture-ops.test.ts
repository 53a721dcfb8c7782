import { expect, it } from 'vitest'
import { applyPictureOp } from './picture-ops'

const [a, b, c] = [{ url: 'a.png', width: 3 }, { url: 'b.png' }, { url: 'c.png' }] as const

it('adds, removes and moves a picture', () => {
  expect(applyPictureOp([a], { kind: 'add', picture: b })).toEqual([a, b])
  expect(applyPictureOp([a, b], { kind: 'remove', picture: a, index: 0 })).toEqual([b])
  expect(applyPictureOp([a, b, c], { kind: 'move', picture: a, index: 0, by: 1 })).toEqual([
    b,
    a,
    c
  ])
})

it('finds the picture that was meant where it stands by now', () => {
  const twice = [a, b, c].reduce<readonly (typeof a | typeof b | typeof c)[]>(
    (list) => (applyPictureOp(list, { kind: 'move', picture: a, index: 0, by: 1 }) ?? []) as never,
    [a, b, c]
  )
  expect(twice).toEqual([b, c, a])
  expect(applyPictureOp([c, b, a], { kind: 'remove', picture: a, index: 0 })).toEqual([c, b])
})

it('takes twins by their place', () => {
  expect(applyPictureOp([b, a, b], { kind: 'remove', picture: b, index: 2 })).toEqual([b, a])
})

it('does nothing to a picture that is gone', () => {
  expect(applyPictureOp([b], { kind: 'remove', picture: a, index: 0 })).toBeNull()
})
