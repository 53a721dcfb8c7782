import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharedData } from '../../../test/shared-data'
import { isFailure, resolvePlain } from './psych-scalar'
import { readText } from './read'
import { isPlainSafe } from './scalar-text'
import { isExactNumber, isTimestamp, isYamlList, isYamlMap, type YamlValue } from './value'

type Reading = { readonly value: unknown } | { readonly error: string }
type Row = {
  readonly text: string
  readonly psych: Reading
  readonly safe_yaml: Reading
  readonly plain_safe: boolean
}

const table = sharedData('crosscheck/scalars.json')
const rows: readonly Row[] = table === null ? [] : JSON.parse(readFileSync(table, 'utf8'))

describe.skipIf(table === null)('scalars as five readers read them', () => {
  it('knows 403 of them', () => expect(rows).toHaveLength(403))

  it.each(rows)('reads $text as Psych does, as a value and as an item', ({ text, psych }) => {
    const read = [`k: ${text}`, `k:\n  - ${text}`].map((yaml) => readText(`---\n${yaml}\n---\n`))

    if ('error' in psych) expect(read.map(({ kind }) => kind)).toContain('problem')
    else if (text === '{{x}}') expect(read).toMatchObject([COMPLEX, COMPLEX])
    else {
      const [value, list] = read.map(
        (r) => r.kind === 'front-matter' && r.frontMatter.data.get('k')
      )
      const item = isYamlList(list) ? list[0] : undefined
      expect(comparable(canonical(value as YamlValue))).toEqual(comparable(psych.value))
      expect(comparable(canonical(item as YamlValue))).toEqual(comparable(psych.value))
    }
  })

  it.each(rows)(
    'writes $text without quotes only if all read it as text',
    ({ text, plain_safe }) => {
      if (isPlainSafe(text, { flow: false })) expect(plain_safe).toBe(true)
    }
  )

  it.each(rows)('warns of $text if Jekyll 3 reads something else', ({ text, psych, safe_yaml }) => {
    const read = readText(`---\nk: ${text}\n---\n`)
    if (read.kind !== 'front-matter' || 'error' in psych || /[[{|>&*!"'#]/.test(text)) return
    const differ = JSON.stringify(psych) !== JSON.stringify(safe_yaml)
    expect(read.frontMatter.warnings.map(({ code }) => code)).toEqual(
      differ ? ['readers-differ'] : []
    )
  })
})

it.each<[text: string, value: unknown]>([
  ['y', 'y'],
  ['yEs', true],
  ['010', 8],
  ['08', '08'],
  ['1,000', 1000],
  ['12:30', 45000],
  ['1e3', '1e3'],
  ['-0x1F', -31],
  ['1582-10-10', '1582-10-10'],
  ['1500-02-29', { kind: 'timestamp', text: '1500-02-29' }],
  ['2020-01-01T24:00:00Z', { kind: 'timestamp', text: '2020-01-01T24:00:00Z' }],
  ['2020-01-01T25:00:00Z', '2020-01-01T25:00:00Z'],
  ['2020-01-01\t00:00:00', { failure: 'timestamp' }],
  [':word', { failure: 'symbol' }],
  ['0b_', { failure: 'number' }],
  ['1.10', { kind: 'number', text: '1.10', value: 1.1, integer: null }],
  [
    '9007199254740993',
    {
      kind: 'number',
      text: '9007199254740993',
      value: 9007199254740992,
      integer: 9007199254740993n
    }
  ],
  ['🎉🎉🎉🎉🎉🎉', '🎉🎉🎉🎉🎉🎉']
])('reads %s as Ruby does', (text, value) => {
  expect(resolvePlain(text)).toEqual(value)
  expect(isFailure(resolvePlain(text))).toBe(
    typeof value === 'object' && value !== null && 'failure' in value
  )
})

/** A mapping as a key has no name in JSON. */
const COMPLEX = { kind: 'problem', problem: { code: 'complex-key' } }

/** The shape in which the table notes values. */
function canonical(value: YamlValue): unknown {
  if (isTimestamp(value)) return { $date: true }
  if (isExactNumber(value))
    return value.integer === null ? { $float: String(value.value) } : value.value
  if (typeof value === 'number') return Number.isInteger(value) ? value : { $float: String(value) }
  if (isYamlList(value)) return value.map(canonical)
  if (isYamlMap(value))
    return Object.fromEntries([...value].map(([key, item]) => [key, canonical(item)]))
  return value
}

/** Dates count as dates; floats by value. */
function comparable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('$date' in value || '$time' in value) return 'a date'
  if ('$float' in value) {
    const text = String(value.$float)
      .replace('inf', 'Infinity')
      .replace('Infinityinity', 'Infinity')
    return { float: Number(text.replace(/^nan$/i, 'NaN')) }
  }
  return value
}
