import { expect, it } from 'vitest'
import type { Transport } from '#shared/contract/contract'
import type { BulkOutcome, BulkPreview } from '#shared/library/bulk'
import type { BulkChange } from '#shared/story/bulk-change'
import type { StoryId } from '#shared/story/story-id'
import { bulkNotice, createBulkStore } from './bulk-store'
import { createVoice } from './notice-store'

const publish: BulkChange = { kind: 'publish', published: true }
const ids = (count: number) => Array.from({ length: count }, (_, n) => `${n}.md` as StoryId)
const outcome: BulkOutcome = {
  label: 'Publish 2 stories',
  changed: ids(2),
  unchanged: 0,
  failed: [],
  cancelled: false
}

/** A library in which every second story is published already. */
function host() {
  const asked: { readonly method: string; readonly ids: readonly StoryId[] }[] = []
  const transport = {
    async call(method: string, params: { readonly ids: readonly StoryId[] }) {
      asked.push({ method, ids: params?.ids })
      if (method === 'bulk.change') return { ...outcome, changed: params.ids }
      return params.ids.map((id, n): BulkPreview => {
        const change = { kind: 'set', field: 'published', was: false, value: true } as const
        return { id, changes: n % 2 === 0 ? [change] : [], error: null }
      })
    }
  } as unknown as Transport
  const voice = createVoice()
  const done: string[] = []
  const bulk = createBulkStore(
    transport,
    voice,
    () => {},
    ({ kind }, all) => done.push(`${kind} ${all.join(' ')}`)
  )
  return { bulk, voice, asked, done }
}

it('looks at many stories in parts, and writes nothing', async () => {
  const { bulk, asked } = host()

  await bulk.draft(publish, ids(1200))

  expect(asked.map(({ method, ids }) => [method, ids.length])).toEqual([
    ['bulk.preview', 500],
    ['bulk.preview', 500],
    ['bulk.preview', 200]
  ])
  expect(bulk.store.getState().draft?.previews).toHaveLength(1200)
})

it('stops looking when the editor leaves', async () => {
  const { bulk, asked } = host()

  const looking = bulk.draft(publish, ids(1200))
  bulk.drop()
  await looking

  expect(asked).toHaveLength(1)
  expect(bulk.store.getState().draft).toBe(null)
})

it('changes only what it would change, and says what it did', async () => {
  const { bulk, voice, asked, done } = host()
  await bulk.draft(publish, ids(4))

  await bulk.run()

  expect(asked.at(-1)).toEqual({ method: 'bulk.change', ids: ['0.md', '2.md'] })
  expect(done).toEqual(['publish 0.md 2.md 1.md 3.md'])
  expect(bulk.store.getState().draft).toBe(null)
  expect(voice.store.getState().notice).toMatchObject({
    kind: 'done',
    fact: '2 stories changed.',
    action: { words: 'Undo' }
  })
})

it('says what was left and why', () => {
  const undo = () => {}
  const [id] = ids(1) as [StoryId]
  const failed = [{ code: 'not-found', id }] as const

  expect(bulkNotice({ ...outcome, failed, unchanged: 1 }, 4, undo)).toMatchObject({
    kind: 'problem',
    detail: `Publish 2 stories. 1 was so already. 1 story was not changed: ${id} is no longer in the folder. Nothing was written.`
  })
  expect(bulkNotice({ ...outcome, cancelled: true }, 9, undo).fact).toBe(
    'Stopped: 2 stories changed of 9.'
  )
  expect(bulkNotice({ ...outcome, changed: [] }, 1, undo)).not.toHaveProperty('action')
  expect(bulkNotice(null, 1, undo).kind).toBe('problem')
})
