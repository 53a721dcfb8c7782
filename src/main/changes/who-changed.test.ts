import { expect, it } from 'vitest'
import { MOST_STEPS, type Step } from '#shared/library/history'
import type { StoryChange } from '#shared/story/story-change'
import type { StoryId, Version } from '#shared/story/story-id'
import { whoChanged } from './who-changed'

const id = 'a.md' as StoryId
const version = (name: string) => name as Version
const set = (field: string, value: number): StoryChange => ({ kind: 'set', field, value })
const step = (before: string, after: string, ...forward: readonly StoryChange[]): Step => ({
  label: 'Change',
  fold: null,
  stories: [
    { id, before: version(before), after: version(after), exact: null, inverse: [], forward }
  ]
})

/** Who changed a field, where the last commit has version `c` and the file `now`. */
const who = (steps: readonly Step[], field: string, value?: number, now = 'now') =>
  whoChanged(
    steps,
    id,
    version('c'),
    version(now)
  )({
    field,
    words: '',
    ...(value !== undefined && { value })
  })

it.each<[name: string, steps: readonly Step[], field: string, value: number, by: string | null]>([
  ['what no step is about', [step('c', 'x', set('heat', 1))], 'quality', 80, 'outside'],
  ['what a step set', [step('c', 'x', set('quality', 80))], 'quality', 80, 'desk'],
  ['what became another value since', [step('c', 'x', set('quality', 70))], 'quality', 80, 'both'],
  ['what was committed since', [step('b', 'c', set('quality', 80))], 'quality', 80, 'outside'],
  ['a field inside', [step('c', 'x', set('provider/name', 1))], 'provider', 1, 'desk'],
  [
    'anything where each step found what the one before had left',
    [step('c', 'x'), step('x', 'now')],
    'related',
    0,
    'desk'
  ]
])('knows %s', (_, steps, field, value, by) => {
  expect(who(steps, field, value)).toBe(by)
})

it('does not say who did what it has forgotten', () => {
  const full = Array.from({ length: MOST_STEPS }, (_, n) =>
    step(`${n}`, `${n + 1}`, set('heat', n))
  )
  expect(who(full, 'quality', 80)).toBeNull()
  expect(who(full.slice(1), 'quality', 80)).toBe('outside')
})
