import { expect, it } from 'vitest'
import type { StoryId } from '#shared/story/story-id'
import { aDesk } from './desk.builder'
import { aStory } from './story.builder'

const id = (name: string) => name as StoryId
const stories = ['a.md', 'b.md', 'c.md'].map((each) => aStory({ id: each }))

async function aDeskAt(current: string) {
  const { desk, tell } = await aDesk(stories)
  desk.view.setState({ current: id(current) })
  return {
    open: (each: string) => desk.view.setState({ current: id(each) }),
    marked: () => [...desk.changedOutside.getState()],
    change: (...ids: readonly string[]) =>
      tell({ source: 'disk', saved: ids.map((each) => aStory({ id: each, quality: 99 })) }),
    tell
  }
}

it('marks what other programs change until it is opened', async () => {
  const { open, marked, change } = await aDeskAt('a.md')

  change('b.md', 'c.md')
  change('b.md')
  expect(marked()).toEqual(['b.md', 'c.md'])

  open('b.md')
  expect(marked()).toEqual(['c.md'])
  open('a.md')
  change('b.md')
  expect(marked()).toEqual(['c.md', 'b.md'])
})

it('marks neither the open story, nor a new one, nor what is done here', async () => {
  const { marked, change, tell } = await aDeskAt('a.md')

  change('a.md', 'new.md')
  tell({ source: 'desk', saved: [aStory({ id: 'b.md' })] })
  tell({ source: 'scan', saved: [aStory({ id: 'c.md' })] })
  expect(marked()).toEqual([])

  change('new.md')
  expect(marked()).toEqual(['new.md'])
})

it('goes with a story that is renamed, and away with one that is removed', async () => {
  const { marked, change, tell } = await aDeskAt('a.md')
  change('b.md', 'c.md')

  tell({
    source: 'disk',
    saved: [aStory({ id: 'd.md' })],
    removed: [id('b.md'), id('c.md')],
    renamed: [{ from: id('b.md'), to: id('d.md') }]
  })

  expect(marked()).toEqual(['d.md'])
})
