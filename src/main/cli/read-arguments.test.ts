import { expect, it } from 'vitest'
import { WrongUse } from './command'
import { readArguments } from './read-arguments'

const known = { json: 'flag', limit: 'text', sort: 'text' } as const

it('tells options from words, wherever they stand', () => {
  expect(readArguments(['--json', 'stories', '--limit', '5', 'AI', '-'], known)).toEqual({
    options: { json: true, limit: '5', sort: null },
    words: ['stories', 'AI', '-']
  })
  expect(readArguments(['--limit=', '--limit=a=b'], known).options.limit).toBe('a=b')
})

it('takes an option’s text that begins with a dash', () => {
  expect(readArguments(['--limit', '-1', '--sort', '-date'], known).options).toMatchObject({
    limit: '-1',
    sort: '-date'
  })
})

it('takes an option several times where that makes sense', () => {
  const rules = { rule: 'texts', json: 'flag' } as const
  expect(readArguments(['--rule', 'a', '--json', '--rule=b'], rules).options).toEqual({
    rule: ['a', 'b'],
    json: true
  })
  expect(readArguments([], rules).options.rule).toEqual([])
})

it('takes what follows -- as words', () => {
  expect(readArguments(['--', '--json', '-x'], known)).toEqual({
    options: { json: false, limit: null, sort: null },
    words: ['--json', '-x']
  })
})

it('takes words with one dash after the first word where they make sense', () => {
  const args = ['stories', 'date:2026', '-published:true', '-topic:"a-b"', '--json']
  expect(readArguments(args, known, { dashedWords: true })).toMatchObject({
    options: { json: true },
    words: ['stories', 'date:2026', '-published:true', '-topic:"a-b"']
  })
})

it.each([
  ['an unknown option', ['--fast'], 'There is no option --fast.'],
  ['an unknown option with a text', ['--fast=1'], 'There is no option --fast=1.'],
  ['what every object has', ['--constructor'], 'There is no option --constructor.'],
  ['a single dash', ['stories', '-json'], 'There is no option -json.'],
  ['a text that is missing', ['--limit'], 'Something is missing after --limit.'],
  ['an option in place of a text', ['--limit', '--json'], 'Something is missing after --limit.'],
  ['a text that is too many', ['--json=yes'], '--json takes nothing after it.']
])('refuses %s in one sentence', (_, args, sentence) => {
  expect(() => readArguments(args, known)).toThrow(new WrongUse(sentence))
})

it('refuses a dash before the first word even where dashes make sense', () => {
  expect(() => readArguments(['-x'], known, { dashedWords: true })).toThrow('no option -x.')
})
