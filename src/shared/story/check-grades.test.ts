import { expect, it } from 'vitest'
import { readGrades } from './check-grades'

it('takes the grades that can hold, and says of the others why not', () => {
  const said = {
    'unknown-topic': 'off',
    'html-in-text': false,
    'self-link': 'error',
    'empty-text': true,
    'missing-field': ['off'],
    'no-such-rule': 'off',
    constructor: 'off'
  }
  expect(readGrades(said)).toEqual({
    grades: { 'unknown-topic': 'off', 'html-in-text': 'off', 'self-link': 'error' },
    refused: [
      { rule: 'empty-text', reason: 'It can be error, warning, note or off.' },
      { rule: 'missing-field', reason: 'It can be error, warning, note or off.' },
      { rule: 'no-such-rule', reason: 'There is no rule of this name.' },
      { rule: 'constructor', reason: 'There is no rule of this name.' }
    ]
  })
})
