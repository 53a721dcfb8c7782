import { describe, expect, it } from 'vitest'
import type { KeyPress } from './key-press'
import { canTake, capNow, capsNow, giveKey, meantKey, readKeys } from './single-keys'

const key = (name: string, ctrlKey = false): KeyPress => ({
  key: name,
  ctrlKey,
  metaKey: false,
  altKey: false
})
const on = { singleKeys: true, keys: {} }

describe('giving a command another key', () => {
  it('swaps the two keys, so that every command keeps one', () => {
    const keys = giveKey({}, 'p', 'U')
    expect(keys).toEqual({ u: 'p', p: 'u' })
    expect(meantKey(key('u'), { ...on, keys })).toBe('p')
    expect(meantKey(key('P'), { ...on, keys })).toBe('U')
    expect([capNow('P', keys), capNow('U', keys), capNow('Esc', keys)]).toEqual(['U', 'P', 'Esc'])
  })

  it('ends where it began when the usual key is given back', () => {
    const around = giveKey(giveKey({}, 'p', 'e'), 'u', 'e')
    expect([capNow('P', around), capNow('U', around)]).toEqual(['U', 'E'])
    expect(giveKey(giveKey(around, 'p', 'p'), 'u', 'u')).toEqual({})
  })

  it('takes letters, signs and the space bar, and no digit and no chord', () => {
    expect(['e', 'ü', ' ', '.'].every((each) => canTake(key(each)))).toBe(true)
    expect([key('1'), key('+'), key('Enter'), key('e', true)].some(canTake)).toBe(false)
    expect(capNow('P', giveKey({}, 'p', ' '))).toBe('Space')
  })
})

it('means nothing by single keys that are switched off, and leaves the others alone', () => {
  const off = { singleKeys: false, keys: {} }
  expect(['p', '4', ' ', '/'].map((each) => meantKey(key(each), off))).toEqual([
    null,
    null,
    null,
    null
  ])
  expect(
    [key('ArrowDown'), key('Enter'), key('k', true)].map((each) => meantKey(each, off))
  ).toEqual(['ArrowDown', 'Enter', 'k'])
})

it('reads only a map that loses no key', () => {
  expect(readKeys({ u: 'p', p: 'u' })).toEqual({ u: 'p', p: 'u' })
  expect([{ u: 'p' }, { u: 'p', p: 3 }, { a: 'b', b: 'b' }, null, 'up'].map(readKeys)).toEqual([
    {},
    {},
    {},
    {},
    {}
  ])
})

it('writes on caps what does it now, chords left alone', () => {
  const keys = giveKey({}, 'k', 'z')
  expect(capsNow(['K', '↑'], { ...on, keys })).toEqual(['Z', '↑'])
  expect(capsNow(['Shift', 'K'], { ...on, keys })).toEqual(['Shift', 'Z'])
  expect(capsNow(['Ctrl', 'K'], { ...on, keys })).toEqual(['Ctrl', 'K'])
})

it('writes nothing on the caps of single keys that are off', () => {
  const off = { singleKeys: false, keys: {} }
  const caps = [['K', '↑'], ['Shift', 'K'], ['Space'], ['1', '…', '9'], ['Ctrl', 'K'], ['Delete']]
  expect(caps.map((each) => capsNow(each, off))).toEqual([
    ['↑'],
    [],
    [],
    [],
    ['Ctrl', 'K'],
    ['Delete']
  ])
})
