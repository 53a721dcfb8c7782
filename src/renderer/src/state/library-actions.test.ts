import { expect, it } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { aDesk } from './desk.builder'
import { travel } from './library-actions'
import { review } from './review-actions'
import { aStory } from './story.builder'
import { mark } from './story-actions'

const id = (name: string) => name as StoryId
const stories = ['a.md', 'b.md', 'c.md'].map((each) => aStory({ id: each, title: each }))

async function anInboxAt(current: string) {
  const { desk } = await aDesk(stories)
  desk.view.setState({ name: 'inbox', current: id(current) })
  const rows = () => desk.list.getState().rows.map((row) => row.id)
  return { desk, rows, current: () => desk.view.getState().current }
}

it('opens the story again whose review is taken back', async () => {
  const { desk, rows, current } = await anInboxAt('a.md')

  mark(desk, id('a.md'), 'reviewed')
  mark(desk, id('b.md'), 'held')
  expect([rows(), current()]).toEqual([['c.md'], 'c.md'])

  await travel(desk, 'undo')
  expect([rows().toSorted(), current()]).toEqual([['b.md', 'c.md'], 'b.md'])
  await travel(desk, 'undo')
  expect([rows().toSorted(), current()]).toEqual([['a.md', 'b.md', 'c.md'], 'a.md'])
})

it('stays where it is when many reviews are taken back, or the list does not show the story', async () => {
  const { desk, current } = await anInboxAt('c.md')
  review(desk, [id('a.md'), id('b.md')], 'reviewed')
  await travel(desk, 'undo')
  expect(current()).toBe('c.md')

  review(desk, [id('a.md')], 'held')
  desk.view.setState({ text: 'nothing like that' })
  await travel(desk, 'undo')
  expect(current()).toBe('c.md')
})
