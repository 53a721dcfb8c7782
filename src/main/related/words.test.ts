import { expect, it } from 'vitest'
import { bareTitle, titleWords } from './title-key'
import { words } from './words'

it.each([
  [
    'in lower case, parted by all that is no letter or digit',
    'Tides-rise: U.S. (2026)',
    'tide rise u s 2026'
  ],
  ['without accents', 'Café Ångström', 'cafe angstrom'],
  ['without possessives and apostrophes', "UN's ferry doesn’t", 'un ferry doesnt'],
  ['without the plural', 'cities glass virus bus ferries', 'city glass virus bus ferry'],
  ['one by one in scripts without spaces', '新聞 news', '新 聞 new']
])('come %s', (_, text, expected) => {
  expect(words(text)).toEqual(expected.split(' '))
})

it('are none in nothing', () => {
  expect([words(null), words(''), words(' — ')]).toEqual([[], [], []])
})

it.each([
  ['the outlet behind a bar', 'Tides rise again | Kessel News & Post', 'Tides rise again'],
  ['the outlet behind a dash', 'Tides rise again - Kessel Daily', 'Tides rise again'],
  ['a version', 'UPDATE 2-Tides rise again', 'Tides rise again'],
  ['a mark', 'Exclusive: Tides rise again', 'Tides rise again'],
  ['a slug', 'KESSEL FERRIES-Tides rise again', 'Tides rise again'],
  ['marks in a row', 'WATCH NOW: Live: Tides rise again', 'Tides rise again']
])('of a title leave out %s', (_, title, bare) => {
  expect(bareTitle(title)).toBe(bare)
})

it.each([
  ['Tides rise - and fall again'],
  ['COVID-19 in Kessel'],
  ['Live music returns'],
  ['Update:']
])('of the title %j are all kept', (title) => {
  expect(bareTitle(title)).toBe(title)
})

it('of a hostile title are found as quickly as of any other', () => {
  const hostile = [
    ' - A'.repeat(1e5),
    ` - ${'A'.repeat(1e6)}!`,
    ' '.repeat(1e6),
    'Live '.repeat(1e5)
  ]
  expect(hostile.map((title) => bareTitle(title).length <= 1000)).not.toContain(false)
})

it('of a title give small numbers as digits', () => {
  expect(titleWords('Two ferries, 2 tides')).toEqual(['2', 'ferry', '2', 'tide'])
})
