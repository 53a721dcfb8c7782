import { expect, it } from 'vitest'
import type { StoryChange } from '../story/story-change'
import type { StoryId, Version } from '../story/story-id'
import { emptyHistory, type History, reduceHistory, type Step } from './history'

const version = (name: string) => name as Version
const setTitle = (was: string, value: string): StoryChange => ({
  kind: 'set',
  field: 'title',
  was,
  value
})

/** Title `from` became `to`; versions are named after the titles. */
function typed(from: string, to: string, fold: string | null, id = 'a.md'): Step {
  return {
    label: `Set title to ${to}`,
    fold,
    stories: [
      {
        id: id as StoryId,
        before: version(from),
        after: version(to),
        exact: [[{ start: 0, end: to.length, insert: from }]],
        inverse: [setTitle(to, from)],
        forward: [setTitle(from, to)]
      }
    ]
  }
}

const after = (...steps: readonly Step[]): History =>
  steps.reduce((history, step) => reduceHistory(history, { kind: 'did', step }), emptyHistory)

const labels = ({ past, future }: History) => [past, future].map((s) => s.map(({ label }) => label))

it('puts what was done last on top, and forgets what was undone', () => {
  const one = typed('a', 'b', null)
  const two = typed('b', 'c', null)
  const redo = typed('c', 'b', null)

  const undone = reduceHistory(after(one, two), { kind: 'undid', step: two, redo })

  expect(undone).toEqual({ past: [one], future: [redo] })
  expect(after(one)).toEqual({ past: [one], future: [] })
  expect(reduceHistory(undone, { kind: 'did', step: two })).toEqual({
    past: [one, two],
    future: []
  })
})

it('puts a step back on top when it is redone', () => {
  const one = typed('a', 'b', null)
  const redo = typed('b', 'a', null)

  const undone = reduceHistory(after(one), { kind: 'undid', step: one, redo })

  expect(reduceHistory(undone, { kind: 'redid', step: redo, undo: one })).toEqual(after(one))
})

it('keeps what was done while a step was being undone', () => {
  const one = typed('a', 'b', null)
  const meanwhile = typed('x', 'y', null, 'b.md')

  const history = reduceHistory(after(one, meanwhile), { kind: 'undid', step: one, redo: null })

  expect(history).toEqual({ past: [meanwhile], future: [] })
})

it('folds the keys of one typing into one step that goes all the way back', () => {
  const { past } = after(typed('a', 'ab', 'typing-1'), typed('ab', 'abc', 'typing-1'))

  expect(past).toEqual([
    {
      ...typed('a', 'abc', 'typing-1'),
      stories: [
        {
          ...typed('a', 'abc', 'typing-1').stories[0],
          exact: [[{ start: 0, end: 3, insert: 'ab' }], [{ start: 0, end: 2, insert: 'a' }]]
        }
      ]
    }
  ])
})

it('gives up the exact way back when somebody else wrote other fields between two keys', () => {
  const second = typed('ab', 'abc', 'typing-1')
  const stories = second.stories.map((story) => ({ ...story, before: version('theirs') }))
  const { past } = after(typed('a', 'ab', 'typing-1'), { ...second, stories })

  expect(past).toHaveLength(1)
  expect(past[0]?.stories[0]).toMatchObject({ exact: null, inverse: [setTitle('abc', 'a')] })
})

it.each([
  ['another typing', typed('ab', 'abc', 'typing-2')],
  ['no typing', typed('ab', 'abc', null)],
  ['another story', typed('ab', 'abc', 'typing-1', 'b.md')],
  ['over a value that somebody else wrote meanwhile', typed('theirs', 'abc', 'typing-1')]
])('does not fold %s', (_, step) => {
  expect(after(typed('a', 'ab', 'typing-1'), step).past).toHaveLength(2)
})

it('keeps changes that are not of the same field side by side when it folds', () => {
  const first = typed('a', 'ab', 'typing-1')
  const topic: StoryChange = { kind: 'add-topic', topic: 'Tides', before: null }
  const [story] = typed('ab', 'abc', 'typing-1').stories
  if (story === undefined) throw new Error('The step has a story')
  const step = { ...first, stories: [{ ...story, forward: [topic] }] }

  expect(after(first, step).past[0]?.stories[0]?.forward).toEqual([setTitle('a', 'ab'), topic])
})

it('joins what a step that goes on did before, whatever was done in between', () => {
  const first = typed('a', 'b', 'bulk-1')
  const second = typed('a', 'b', 'bulk-1', 'b.md')
  const own = typed('x', 'y', null, 'c.md')
  const goOn = (history: History, step: Step) => reduceHistory(history, { kind: 'went-on', step })

  const history = goOn(reduceHistory(goOn(emptyHistory, first), { kind: 'did', step: own }), second)

  const whole = { ...second, stories: [...first.stories, ...second.stories] }
  expect(history).toEqual({ past: [own, whole], future: [] })
})

it('follows a story that got another name', () => {
  const history = reduceHistory(after(typed('a', 'b', null), typed('x', 'y', null, 'b.md')), {
    kind: 'renamed',
    from: 'a.md' as StoryId,
    to: 'c.md' as StoryId
  })

  expect(history.past.map(({ stories }) => stories[0]?.id)).toEqual(['c.md', 'b.md'])
})

it('forgets the oldest of very many steps', () => {
  const many = Array.from({ length: 501 }, (_, n) => typed(`${n}`, `${n + 1}`, null))

  const [past] = labels(after(...many))

  expect(past).toHaveLength(500)
  expect(past?.[0]).toBe('Set title to 2')
})
