import { expect, it } from 'vitest'
import { aStory } from '../../../test/a-story'
import { ok } from '../../shared/result'
import type { StoryId, Version } from '../../shared/story/story-id'
import { createEditing } from './editing'

const [A, B] = ['a.md' as StoryId, 'b.md' as StoryId]

it('is busy with a story of a bulk change until its row says what was written: else the disk seems to be ahead', async () => {
  const told: StoryId[] = []
  let letGo = () => {}
  const held = new Promise<void>((done) => {
    letGo = done
  })
  const row = (id: StoryId) => aStory({ id })
  const editing = createEditing({
    async save(id) {
      if (id === B) await held
      const step = {
        id,
        before: '1' as Version,
        after: '2' as Version,
        exact: null,
        inverse: [],
        forward: []
      }
      return ok({ linksBefore: [], story: row(id), step })
    },
    linkIn: async () => {
      throw new Error('No link is asked for')
    },
    journal: null,
    storyAt: row,
    onSaved: (stories) => told.push(...stories.map(({ id }) => id))
  })

  const running = editing.bulk([A, B], { kind: 'publish', published: true })
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
  expect(editing.isBusy(A) || told.includes(A)).toBe(true)

  letGo()
  await running
  expect(told.toSorted()).toEqual([A, B])
  expect([editing.isBusy(A), editing.isBusy(B)]).toEqual([false, false])
})
