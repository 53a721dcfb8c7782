import { expect, it } from 'vitest'
import type { KeyPress } from './key-press'
import { createStrayKeys } from './stray-keys'

const key = (name: string): KeyPress => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false
})

/** Somebody who wrote a letter into a field that is gone by now. */
function atLostField() {
  const keys = createStrayKeys()
  const field = { isConnected: true }
  expect(keys.isStray(key('u'), field, 0)).toBe(false)
  field.isConnected = false
  return keys
}

it('holds back the rest of a word whose field went away', () => {
  const keys = atLostField()
  expect(keys.isStray(key('p'), null, 200)).toBe(true)
  expect(keys.isStray(key('Backspace'), null, 1800)).toBe(true)
  expect(keys.isStray(key(' '), null, 3400)).toBe(true)
})

it('lets keys act again after a pause, after one that writes nothing, and after a click', () => {
  const thought = atLostField()
  expect(thought.isStray(key('p'), null, 60_000)).toBe(true)
  expect(thought.isStray(key('p'), null, 62_001)).toBe(false)

  const moved = atLostField()
  expect(moved.isStray(key('ArrowDown'), null, 100)).toBe(false)
  expect(moved.isStray(key('p'), null, 200)).toBe(false)

  const clicked = atLostField()
  clicked.forget()
  expect(clicked.isStray(key('p'), null, 100)).toBe(false)
})

it('lets keys act that follow a field which was left or closed by a key', () => {
  const left = createStrayKeys()
  left.isStray(key('a'), { isConnected: true }, 0)
  expect(left.isStray(key('p'), null, 100)).toBe(false)

  const closed = createStrayKeys()
  const field = { isConnected: true }
  closed.isStray(key('a'), field, 0)
  closed.isStray(key('Enter'), field, 100)
  field.isConnected = false
  expect(closed.isStray(key('p'), null, 200)).toBe(false)
})
