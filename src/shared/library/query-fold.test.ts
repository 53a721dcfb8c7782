import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './query-fold'

describe('folding', () => {
  it.each([
    ['case', 'Kessel STRAIT', 'kessel strait'],
    ['accents, composed or not', 'Café Cafe\u0301', 'cafe cafe'],
    [
      'letters that have no decomposition',
      'Straße in Malmø, Łódź, ægir',
      'strasse in malmo, lodz, aegir'
    ],
    ['typographic quotes and dashes', '“Tide’s end” – north—south', '"tide\'s end" - north-south'],
    ['blanks of all sorts', '  a\u00a0b\u202f c\t\nd ', 'a b c d'],
    ['what shows nothing', 'soft\u00adhy\u200bphen\ufeff', 'softhyphen'],
    ['dotted capital I', 'İstanbul', 'istanbul'],
    ['Hebrew and Arabic vowel signs', 'שָׁלוֹם سَلَام', 'שלום سلام']
  ])('evens out %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('keeps Japanese sound marks, which make another word', () => {
    expect(fold('が')).not.toBe(fold('か'))
  })

  it('changes nothing the second time, and leaves one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text)).not.toMatch(/[\r\n]/)
      })
    )
  })
})
