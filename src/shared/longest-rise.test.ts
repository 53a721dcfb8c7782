import { expect, it } from 'vitest'
import { longestRise } from './longest-rise'

it.each([
  [[], []],
  [
    [0, 1, 2],
    [0, 1, 2]
  ],
  [
    [3, 0, 1, 2],
    [0, 1, 2]
  ],
  [[2, 1, 0], [0]],
  [
    [1, 5, 2, 6, 3],
    [1, 2, 3]
  ]
])('of %j can stay %j', (values, stays) => {
  expect([...longestRise(values)].sort()).toEqual(stays)
})
