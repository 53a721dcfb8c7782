import { expect, it } from 'vitest'
import { parseAmount, parseScore } from './parse-score'

it.each([
  ['80', 80],
  [' 0 ', 0],
  ['-1', null],
  ['8.5', null],
  ['', null],
  ['9999999999', null]
])('reads %j as a score', (text, score) => {
  expect(parseScore(text)).toBe(score)
})

it.each([
  ['10', 10],
  ['+10', 10],
  ['-5', -5],
  [' −5 ', -5],
  ['0', null],
  ['-0', null],
  ['ten', null],
  ['', null]
])('reads %j as points to add', (text, amount) => {
  expect(parseAmount(text)).toBe(amount)
})
