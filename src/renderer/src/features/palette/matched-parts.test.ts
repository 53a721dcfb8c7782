import { expect, it } from 'vitest'
import { matchedParts } from './matched-parts'

const marked = (text: string, typed: string) =>
  matchedParts(text, typed)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('')

it.each([
  ['Set quality to 110', 'qu', 'Set [qu]ality to 110'],
  ['Quality up', 'up QU', '[Qu]ality [up]'],
  ['Quality up', '', 'Quality up'],
  ['Quality up', 'x', 'Quality up'],
  ['What (now)? *', '(now)? *', 'What [(now)?] [*]']
])('marks in %j what was typed: %j', (text, typed, expected) => {
  expect(marked(text, typed)).toBe(expected)
})
