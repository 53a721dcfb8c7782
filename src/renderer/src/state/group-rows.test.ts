import { expect, it } from 'vitest'
import { groupRows } from './group-rows'
import { aStory } from './story.builder'

const story = (id: string, provider: string | null, topics: string[] = [], date = '') =>
  aStory({ id, provider, topics, publishedDateTime: date === '' ? null : date })

const rows = [
  story('1', 'Wire', ['AI', 'Trade'], '2026-02-03T00:00:00Z'),
  story('2', null, [], ''),
  story('3', 'Ledger', ['Trade'], '2026-03-01T08:00:00Z'),
  story('4', 'WIRE', ['AI'], '2026-02-28T23:59:59Z'),
  story('5', 'Courier', ['Trade', 'AI'], '2026-03-31T00:00:00Z')
]
const shape = ({ rows: all, groups }: ReturnType<typeof groupRows>) =>
  groups.map(({ words, start, count }) => {
    const own = all.slice(start, start + count).map(({ id }) => id)
    return `${words}: ${own.join(' ')}`
  })

it('puts the largest provider first, whatever its case, and no provider last', () => {
  expect(shape(groupRows(rows, 'provider', []))).toEqual([
    'Wire: 1 4',
    'Courier: 5',
    'Ledger: 3',
    'No provider: 2'
  ])
})

it('takes the first topic of a story, so that none stands twice', () => {
  const grouped = groupRows(rows, 'topic', [])
  expect(shape(grouped)).toEqual(['AI: 1 4', 'Trade: 3 5', 'No topic: 2'])
  expect(grouped.rows).toHaveLength(rows.length)
})

it('shows months by name, newest first', () => {
  expect(shape(groupRows(rows, 'month', []))).toEqual([
    'March 2026: 3 5',
    'February 2026: 1 4',
    'No date: 2'
  ])
})

it('keeps groups where they stand, though another one is larger by now', () => {
  const { groups } = groupRows(rows, 'provider', [])
  const more = [...rows, story('6', 'Ledger'), story('7', 'Ledger'), story('8', 'Herald')]
  expect(shape(groupRows(more, 'provider', groups))).toEqual([
    'Wire: 1 4',
    'Courier: 5',
    'Ledger: 3 6 7',
    'No provider: 2',
    'Herald: 8'
  ])
})

it('is the list itself without a grouping', () => {
  expect(groupRows(rows, 'none', [])).toEqual({ rows, groups: [] })
})
