import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createHold } from './hold-drawing'

it('tells of changes at once, and while held only once at the end', () => {
  const store = createStore(() => 1)
  const hold = createHold()
  const told: (readonly [number, number])[] = []
  const stop = hold.around(store).subscribe((now, before) => told.push([now, before]))

  store.setState(2, true)
  expect(told).toEqual([[2, 1]])
  hold.hold()
  store.setState(3, true)
  store.setState(4, true)
  expect(told).toHaveLength(1)
  expect(hold.around(store).getState()).toBe(4)
  hold.release()
  expect(told).toEqual([
    [2, 1],
    [4, 2]
  ])

  hold.hold()
  store.setState(5, true)
  stop()
  hold.release()
  store.setState(6, true)
  expect(told).toHaveLength(2)
})

it('tells nobody where nothing changed, and stands for a store by one object', () => {
  const [store, other] = [createStore(() => 1), createStore(() => 1)]
  const hold = createHold()
  const told: number[] = []
  hold.around(store).subscribe((now) => told.push(now))

  hold.hold()
  other.setState(2, true)
  hold.release()

  expect(told).toEqual([])
  expect(hold.around(store)).toBe(hold.around(store))
  expect(hold.around(store)).not.toBe(hold.around(other))
})
