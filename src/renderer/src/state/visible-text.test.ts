import { expect, it } from 'vitest'
import { visibleText } from './visible-text'

it('shows what prints nothing by its code', () => {
  expect(visibleText('not\u0097going')).toBe('not⟨U+0097⟩going')
  expect(visibleText('\ufefftitle: \u202egpj')).toBe('⟨U+FEFF⟩title: ⟨U+202E⟩gpj')
})

it('leaves plain text of any script alone', () => {
  expect(visibleText('título: 潮汐 🌊 — “tides”')).toBe('título: 潮汐 🌊 — “tides”')
  expect(visibleText('a\tb')).toBe('a  b')
})
