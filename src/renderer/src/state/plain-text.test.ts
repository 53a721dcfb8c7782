import { expect, it } from 'vitest'
import { oneLine, plainText } from './plain-text'

it.each([
  ['Tides\u0000 turn\u0007', 'Tides turn'],
  ['Tides\u007f\u0085\u009f', 'Tides'],
  ['Tides \ud800\uffff', 'Tides '],
  ['One\r\nTwo\rThree\n\tFour', 'One\nTwo\nThree\n\tFour'],
  ['Grüße 日本 👩‍🚀 \u200f', 'Grüße 日本 👩‍🚀 \u200f']
])('leaves out of %j what cannot be seen or saved', (text, plain) => {
  expect(plainText(text)).toBe(plain)
})

it('brings lines together with one blank', () => {
  expect(oneLine('Tides \r\n  turn\u0000\nearly')).toBe('Tides turn early')
})
