import { expect, it } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { allOf, noSelection, type Selection, within, withRange, withToggled } from './selection'
import { aStory } from './story.builder'

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => aStory({ id }))
const id = (name: string) => name as StoryId
const names = ({ ids }: Selection) => [...ids].join('')

it('chooses one story, and no longer', () => {
  const chosen = withToggled(withToggled(noSelection, id('b')), id('d'))
  expect(names(chosen)).toBe('bd')
  expect(names(withToggled(chosen, id('b')))).toBe('d')
})

it('draws a range from the open story, and lets it shrink and turn over', () => {
  const down = withRange(noSelection, rows, id('b'), id('d'))
  expect(names(down)).toBe('bcd')
  const shrunk = withRange(down, rows, id('d'), id('c'))
  expect(names(shrunk)).toBe('bc')
  expect(names(withRange(shrunk, rows, id('c'), id('a')))).toBe('ab')
})

it('keeps what was chosen before a range', () => {
  const chosen = withToggled(withToggled(noSelection, id('a')), id('d'))
  expect(names(withRange(chosen, rows, null, id('e')))).toBe('ade')
})

it('starts a range anew where its start is no longer listed', () => {
  const chosen = withToggled(noSelection, id('gone'))
  expect(names(withRange({ ...chosen, base: new Set() }, rows, null, id('c')))).toBe('c')
})

it('chooses all matches, and drops what is no longer listed', () => {
  const all = allOf(rows)
  expect(names(all)).toBe('abcde')
  const some = within(all, rows.slice(2))
  expect(names(some)).toBe('cde')
  expect(some.anchor).toBe(null)
  expect(within(all, rows)).toBe(all)
})
