import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from './query-parse'
import type { Query } from './query-syntax'

const word = (text: string): Query => ({ kind: 'text', field: 'anywhere', text })
const not = (query: Query): Query => ({ kind: 'not', query })
const topic = (...parts: string[]): Query => ({ kind: 'value', field: 'topic', parts })

describe('a query is read', () => {
  it.each<[name: string, text: string, query: Query]>([
    ['nothing as everything', '  ', { kind: 'all', of: [] }],
    ['one word', 'Tides', word('tides')],
    [
      'words as all of them',
      'kessel  strait',
      { kind: 'all', of: [word('kessel'), word('strait')] }
    ],
    ['a phrase', '"Kessel  Strait"', word('kessel strait')],
    ['a phrase in typographic quotes', '“kessel strait”', word('kessel strait')],
    ['an escaped quote', '"the \\"end\\""', word('the "end"')],
    ['a dash inside a word', 'covid-19', word('covid-19')],
    ['a minus sign as not', '-tides', not(word('tides'))],
    ['two minus signs as none', '--tides', word('tides')],
    [
      'a dash that stands alone as nothing',
      'Kessel - strait -',
      { kind: 'all', of: [word('kessel'), word('strait')] }
    ],
    [
      'or between all-of groups',
      'a b or c',
      { kind: 'any', of: [{ kind: 'all', of: [word('a'), word('b')] }, word('c')] }
    ],
    ['or in capitals', 'a OR b', { kind: 'any', of: [word('a'), word('b')] }],
    ['the word or in quotes as a word', '"or"', word('or')],
    [
      'parentheses',
      '-(a or b) c',
      { kind: 'all', of: [not({ kind: 'any', of: [word('a'), word('b')] }), word('c')] }
    ],
    [
      'a headline with a parenthesis',
      'Agency (Cisa)',
      { kind: 'all', of: [word('agency'), word('cisa')] }
    ],
    ['a value', 'topic:AI', topic('ai')],
    ['a value in quotes', 'topic:"Deep Sea"', topic('deep sea')],
    ['an equals sign like a colon', 'topic=AI', topic('ai')],
    ['an asterisk as any text', 'topic:de*a', topic('de', 'a')],
    ['an asterisk in quotes as itself', 'topic:"c*"', topic('c*')],
    ['a field in any case', 'Topic:AI', topic('ai')],
    ['a negated field', '-topic:AI', not(topic('ai'))],
    ['text of one field', 'title:Tide', { kind: 'text', field: 'title', text: 'tide' }],
    [
      'a pasted address',
      'https://Wire.example/a?b=c',
      { kind: 'text', field: 'url', text: 'https://wire.example/a?b=c' }
    ],
    ['a time of day as a word', '12:30', word('12:30')],
    ['published', 'published:FALSE', { kind: 'published', value: false }],
    ['has', 'has:image', { kind: 'has', what: 'image' }],
    ['is', 'is:problem', { kind: 'is', state: 'problem' }],
    [
      'a comparison',
      'quality>=100',
      { kind: 'compare', field: 'quality', operator: '>=', value: 100 }
    ],
    [
      'a comparison after a colon',
      'quality:>=100',
      { kind: 'compare', field: 'quality', operator: '>=', value: 100 }
    ],
    [
      'a comparison with blanks',
      'quality >= 100',
      { kind: 'compare', field: 'quality', operator: '>=', value: 100 }
    ],
    ['a negative number', 'heat:-1', { kind: 'compare', field: 'heat', operator: '=', value: -1 }],
    [
      'a range',
      'related:2..5',
      {
        kind: 'all',
        of: [
          { kind: 'compare', field: 'related', operator: '>=', value: 2 },
          { kind: 'compare', field: 'related', operator: '<=', value: 5 }
        ]
      }
    ],
    ['an open range', 'heat:..-1', { kind: 'compare', field: 'heat', operator: '<=', value: -1 }],
    [
      'a month',
      'date:2020-05',
      {
        kind: 'all',
        of: [
          { kind: 'compare', field: 'date', operator: '>=', value: Date.UTC(2020, 4, 1) },
          { kind: 'compare', field: 'date', operator: '<', value: Date.UTC(2020, 5, 1) }
        ]
      }
    ],
    [
      'months as whole months',
      'date:2020-05..2020-06',
      {
        kind: 'all',
        of: [
          { kind: 'compare', field: 'date', operator: '>=', value: Date.UTC(2020, 4, 1) },
          { kind: 'compare', field: 'date', operator: '<', value: Date.UTC(2020, 6, 1) }
        ]
      }
    ],
    [
      'since a day',
      'date:2020-05-01..',
      { kind: 'compare', field: 'date', operator: '>=', value: Date.UTC(2020, 4, 1) }
    ],
    [
      'after a month',
      'date>2020-05',
      { kind: 'compare', field: 'date', operator: '>=', value: Date.UTC(2020, 5, 1) }
    ],
    [
      'up to a month',
      'date<=2020-05',
      { kind: 'compare', field: 'date', operator: '<', value: Date.UTC(2020, 5, 1) }
    ],
    [
      'before a year',
      'date < 2020',
      { kind: 'compare', field: 'date', operator: '<', value: Date.UTC(2020, 0, 1) }
    ]
  ])('%s', (_, text, query) => {
    expect(parseQuery(text)).toEqual({ ok: true, value: query })
  })
})

describe('an error says where', () => {
  it.each<[text: string, part: string, message: RegExp]>([
    ['tides "kessel', '"kessel', /closing quote/],
    ['topic:"Deep', 'topic:"Deep', /closing quote/],
    ['a (b or c', '(', /closing parenthesis/],
    ['a b) c', ')', /never opened/],
    ['a ()', '(', /nothing in these/],
    ['a or', 'or', /both sides/],
    ['or a', 'or', /both sides/],
    ['a (b or)', 'or', /both sides/],
    ['a --', '-', /follow the minus/],
    ['colour:red', 'colour:red', /no field “colour”/],
    ['constructor:1', 'constructor:1', /no field “constructor”/],
    ['a topic:', 'topic:', /what topic must be/],
    ['a topic: b', 'topic:', /what topic must be/],
    ['quality>', 'quality>', /what quality must be/],
    ['quality>=high', 'high', /is a number/],
    ['quality:1e3', '1e3', /is a number/],
    ['quality:80..50', '80..50', /ends before/],
    ['quality:1..2..3', '1..2..3', /two values with two dots/],
    ['quality>=1..3', '1..3', /two values with two dots/],
    ['heat:..', '..', /two values with two dots/],
    ['date:2020-13', '2020-13', /a year, a month or a day/],
    ['date:2020-06..2020-05', '2020-06..2020-05', /ends before/],
    ['title>b', 'title>b', /has no order/],
    ['published:maybe', 'maybe', /true, false/],
    ['has:wings', 'wings', /image/],
    ['is:odd', 'odd', /problem/]
  ])('%s', (text, part, message) => {
    const parsed = parseQuery(text)

    expect(parsed).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) } })
    if (parsed.ok) return
    const { position, length } = parsed.error
    expect(text.slice(position, position + length)).toBe(part)
  })

  it('however deep the parentheses are', () => {
    const deep = `${'('.repeat(100_000)}a${')'.repeat(100_000)}`

    expect(parseQuery(deep)).toMatchObject({ ok: false, error: { position: 50 } })
    expect(parseQuery(`${'('.repeat(50)}a${')'.repeat(50)}`)).toEqual({
      ok: true,
      value: word('a')
    })
    expect(parseQuery(`${'-'.repeat(100_000)}a`)).toEqual({ ok: true, value: word('a') })
  })

  it('inside the text, whatever the text is', () => {
    const bits = fc.constantFrom(
      '(',
      ')',
      '-',
      ' ',
      '"',
      'or',
      ':',
      '>=',
      '..',
      '*',
      '\\',
      'topic',
      'date',
      'quality',
      '2020-05',
      '7',
      'é',
      '“'
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits).map((parts) => parts.join(''))
        ),
        (text) => {
          const parsed = parseQuery(text)
          if (parsed.ok) return
          expect(parsed.error.length).toBeGreaterThan(0)
          expect(parsed.error.position + parsed.error.length).toBeLessThanOrEqual(text.length)
        }
      ),
      { numRuns: 2000 }
    )
  })
})

it('knows the rules and the severities of the checks', () => {
  expect(parseQuery('finding:error -finding:Unknown-Topic')).toEqual({
    ok: true,
    value: {
      kind: 'all',
      of: [
        { kind: 'finding', what: 'error' },
        { kind: 'not', query: { kind: 'finding', what: 'unknown-topic' } }
      ]
    }
  })
  expect(parseQuery('finding:typo')).toMatchObject({
    ok: false,
    error: { position: 8, length: 4, message: expect.stringContaining('no rule “typo”') }
  })
})
