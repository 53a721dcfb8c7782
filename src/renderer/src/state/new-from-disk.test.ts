import { expect, it } from 'vitest'
import type { Link, LinkKey } from '#shared/story/story'
import type { Version } from '#shared/story/story-id'
import { aDesk } from './desk.builder'
import { aStory } from './story.builder'

const version = (name: string) => name.padEnd(64, '0') as Version
const link = (address: string) => ({ key: `1:${address}`, webUrl: address, title: address }) as Link

/** A desk whose open story has these links, and what is written to it. */
async function aStoryWith(...addresses: readonly string[]) {
  let file = { story: aStory({ version: version('first') }), links: addresses.map(link) }
  const { desk, tell } = await aDesk([file.story, aStory({ id: 'other.md' })], (method) =>
    method === 'story.read' ? { ok: true, value: { ...file, data: {} } } : null
  )
  desk.view.setState({ current: file.story.id })
  await desk.details.reread(file.story.id)
  return {
    desk,
    fresh: () => [...desk.newFromDisk.store.getState()],
    /** @param told before the window reads it, or after. */
    async write(
      source: 'disk' | 'desk',
      name: string,
      links: readonly string[],
      told: 'before' | 'after'
    ) {
      file = { story: aStory({ version: version(name) }), links: links.map(link) }
      if (told === 'before') tell({ source, saved: [file.story] })
      await desk.details.reread(file.story.id)
      if (told === 'after') tell({ source, saved: [file.story] })
    }
  }
}

it.each(['before', 'after'] as const)(
  'marks links that another program added, told %s',
  async (told) => {
    const { fresh, write } = await aStoryWith('a', 'b')

    await write('disk', 'second', ['a', 'x', 'b'], told)
    await write('disk', 'third', ['x', 'y', 'b'], told)

    expect(fresh()).toEqual(['1:x', '1:y'])
  }
)

it('marks nothing that is added here', async () => {
  const { fresh, write } = await aStoryWith('a')
  await write('desk', 'second', ['a', 'x'], 'before')
  expect(fresh()).toEqual([])
})

it('forgets a link that was seen, and all of them with another story', async () => {
  const { desk, fresh, write } = await aStoryWith('a')
  await write('disk', 'second', ['a', 'x', 'y'], 'before')

  desk.newFromDisk.see('1:x' as LinkKey)
  expect(fresh()).toEqual(['1:y'])
  desk.view.setState({ current: aStory({ id: 'other.md' }).id })
  expect(fresh()).toEqual([])
})
