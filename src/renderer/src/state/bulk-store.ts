import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Transport } from '#shared/contract/contract'
import type { BulkOutcome, BulkPreview } from '#shared/library/bulk'
import type { BulkChange } from '#shared/story/bulk-change'
import { explain } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import { bulkGroups } from './bulk-words'
import type { Notice, Voice } from './notice-store'
import { countOf } from './story-words'

/** A change of many stories that an editor looks at before it is made. */
export type BulkDraft = {
  readonly change: BulkChange
  readonly ids: readonly StoryId[]
  /** What is known so far; complete when there are as many as `ids`. */
  readonly previews: readonly BulkPreview[]
  /** The connection broke before all was known. */
  readonly isLost: boolean
}

export type Bulk = {
  readonly draft: BulkDraft | null
  /** Which part of the bar is open. */
  readonly asks: 'quality' | 'topics' | null
}

export type BulkStore = {
  readonly store: StoreApi<Bulk>
  readonly ask: (asks: Bulk['asks']) => void
  /** Shows what a change would do. Nothing is written. */
  readonly draft: (change: BulkChange, ids: readonly StoryId[]) => Promise<void>
  readonly drop: () => void
  /** Makes the change that is shown, in the stories that it would change. */
  readonly run: () => Promise<void>
  /** Stops the change that is running. What is saved stays. */
  readonly stop: () => void
}

/** So many stories are looked at together, so that a long preview shows its progress and can be left. */
const PREVIEW_BATCH = 500

/**
 * @param undo takes the last step back.
 * @param onDone is told of which stories a change holds now, those that were so already among them.
 */
export function createBulkStore(
  transport: Transport,
  voice: Voice,
  undo: () => void,
  onDone: (change: BulkChange, ids: readonly StoryId[]) => void
): BulkStore {
  const store = createStore<Bulk>(() => ({ draft: null, asks: null }))

  async function preview(draft: BulkDraft): Promise<void> {
    const isShown = () => store.getState().draft?.ids === draft.ids
    for (let from = 0; from < draft.ids.length; from += PREVIEW_BATCH) {
      const ids = draft.ids.slice(from, from + PREVIEW_BATCH)
      const more = await transport
        .call('bulk.preview', { ids: [...ids], change: draft.change })
        .catch(() => null)
      if (!isShown()) return
      store.setState(({ draft: shown }) => ({
        draft:
          shown === null || more === null
            ? shown && { ...shown, isLost: true }
            : { ...shown, previews: [...shown.previews, ...more] }
      }))
      if (more === null) return
    }
  }

  return {
    store,
    ask: (asks) => store.setState({ asks }),
    async draft(change, ids) {
      const draft = { change, ids: [...ids], previews: [], isLost: false }
      store.setState({ draft, asks: null })
      await preview(draft)
    },
    drop: () => store.setState({ draft: null }),
    async run() {
      const { draft } = store.getState()
      if (draft === null) return
      store.setState({ draft: null })
      const { willChange, noChange } = bulkGroups(draft.previews)
      const ids = willChange.map(({ id }) => id)
      const outcome = await transport
        .call('bulk.change', { ids, change: draft.change })
        .catch(() => null)
      const settled = outcome?.cancelled ? [] : noChange.map(({ id }) => id)
      if (outcome !== null) onDone(draft.change, [...outcome.changed, ...settled])
      voice.notify(bulkNotice(outcome, ids.length, undo))
    },
    stop: () => void transport.call('bulk.cancel', null).catch(() => null)
  }
}

/** What a bulk change did, with the way back. @param outcome `null`: nobody knows. */
export function bulkNotice(outcome: BulkOutcome | null, asked: number, undo: () => void): Notice {
  if (outcome === null) {
    return {
      kind: 'problem',
      fact: 'The connection broke.',
      detail: 'Some stories may be changed. Undo takes back what was done.'
    }
  }
  const { changed, unchanged, failed, cancelled, label } = outcome
  const [first] = failed
  const done = `${countOf(changed.length, 'story', 'stories')} changed`
  const notes = [
    `${label}.`,
    ...(unchanged > 0 ? [`${countOf(unchanged, 'was', 'were')} so already.`] : []),
    ...(first === undefined
      ? []
      : [`${countOf(failed.length, 'story was', 'stories were')} not changed: ${explain(first)}`])
  ]
  return {
    kind: first === undefined ? 'done' : 'problem',
    fact: cancelled ? `Stopped: ${done} of ${asked.toLocaleString('en')}.` : `${done}.`,
    detail: notes.join(' '),
    ...(changed.length > 0 && { action: { words: 'Undo', run: undo } })
  }
}
