import { expect, it } from 'vitest'
import type { BulkChange } from '#shared/story/bulk-change'
import type { StoryId } from '#shared/story/story-id'
import { draftBulk } from './bulk-actions'
import { aDesk } from './desk.builder'
import { travel } from './library-actions'
import { selectAll } from './selection-actions'
import { aStory } from './story.builder'

const ids = ['a', 'b', 'c'] as StoryId[]

/** A desk with three stories, all selected; `c` cannot be edited, and `b` is so already. */
async function withThree() {
  const asked: string[] = []
  const { desk } = await aDesk(
    ids.map((id) => aStory({ id })),
    (method, params) => {
      asked.push(method)
      if (method === 'bulk.preview')
        return [
          { id: 'a', changes: [{ kind: 'set', field: 'published', was: false, value: true }] },
          { id: 'b', changes: [] },
          { id: 'c', changes: [], error: { code: 'not-found', id: 'c' } }
        ].map((preview) => ({ error: null, ...preview }))
      if (method === 'bulk.change') {
        const { ids: changed } = params as { readonly ids: readonly StoryId[] }
        return { label: 'Publish', changed, unchanged: 0, failed: [], cancelled: false }
      }
      if (method === 'history.undo') return { label: 'Publish', stories: ids, failed: [] }
      return method === 'story.read' ? { ok: false, error: { code: 'not-found', id: 'a' } } : null
    }
  )
  const reviews = () => Object.fromEntries(desk.library.getState().reviews)
  async function run(change: BulkChange) {
    selectAll(desk)
    draftBulk(desk, change)
    while (desk.bulk.store.getState().draft?.previews.length !== 3) await Promise.resolve()
    await desk.bulk.run()
  }
  return { desk, run, reviews, asked }
}

it('reviews what it publishes, and what was published already, and one Undo takes both back', async () => {
  const { desk, run, reviews, asked } = await withThree()

  await run({ kind: 'publish', published: true })
  expect(reviews()).toEqual({ a: 'reviewed', b: 'reviewed' })
  expect(desk.timeline.getState().past).toHaveLength(1)

  await travel(desk, 'undo')
  expect(reviews()).toEqual({})
  expect(asked.filter((method) => method === 'history.undo')).toHaveLength(1)
})

it('reviews nothing by a score, as its key does not either', async () => {
  const { run, reviews } = await withThree()

  await run({ kind: 'score', field: 'quality', value: 80 })

  expect(reviews()).toEqual({})
})
