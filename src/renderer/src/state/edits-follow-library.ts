import type { Renamed } from '#shared/library/library-state'
import type { StoryId } from '#shared/story/story-id'
import { type EditKey, splitKey } from './edit-key'
import { type FieldAction, type FieldEdit, needsSending } from './field-edit'
import type { FieldName } from './field-name'
import type { Library, LibraryStore } from './library-store'
import { canBeEdited, isGone } from './unsaved'

/** What the edits of a window can be made to do. */
type EditWork = {
  readonly all: () => ReadonlyMap<EditKey, FieldEdit>
  readonly put: (id: StoryId, field: FieldName, edit: FieldEdit | null) => void
  readonly act: (id: StoryId, field: FieldName, action: FieldAction) => void
  /** @returns whether the file says now what is wanted. */
  readonly commit: (id: StoryId, field: FieldName, fold: string | null) => Promise<boolean>
  /** The folder went away, which is said elsewhere. */
  readonly onAway: () => void
  /** These fields of a story that could not be edited for a while are saved now. */
  readonly onLate: (id: StoryId, fields: readonly FieldName[]) => void
}

/** Edits wait while their story, the folder or the host is away, go along with a rename, and are saved when it is over. */
export function followLibrary(
  library: LibraryStore,
  work: EditWork
): { readonly retry: () => void } {
  const { all, put, act, commit } = work
  const parts = () =>
    [...all()].map(([key, edit]) => {
      const [field, id] = splitKey(key)
      return { id, field, edit }
    })
  const waits = ({ typing, trouble }: FieldEdit) => !typing || trouble !== null

  function retry(): void {
    for (const { id, field, edit } of parts()) if (waits(edit)) void commit(id, field, null)
  }

  /** What was not saved of a story goes on under its file's new name. */
  function renameStory({ from, to }: Renamed): void {
    for (const { id, field, edit } of parts()) {
      if (id !== from) continue
      put(from, field, null)
      put(to, field, edit)
    }
  }

  /** What was refused just before it was known that the folder is away waits like the rest. */
  function goAway(): void {
    for (const { id, field, edit } of parts()) {
      const isMeant = edit.trouble?.kind === 'refused' && isGone(edit.trouble.error)
      if (isMeant) act(id, field, { kind: 'away' })
    }
    work.onAway()
  }

  /** Nobody types in a story that is gone; what they typed is not saved, and counts as that. */
  function loseStories(now: Library, last: Library): void {
    for (const { id, field, edit } of parts()) {
      if (now.stories.has(id) || !last.stories.has(id)) continue
      const isTyped = needsSending(edit)
      act(id, field, { kind: 'left' })
      if (isTyped) act(id, field, { kind: 'refused', error: { code: 'not-found', id } })
    }
  }

  /** Saves what waits for stories that are there again, or mended, as one step each, and says so: nobody looks at them. */
  async function saveLate(id: StoryId): Promise<void> {
    const waiting = parts().filter((each) => each.id === id && waits(each.edit))
    const fold = `late ${id}`.slice(0, 100)
    const saved = await Promise.all(waiting.map(({ field }) => commit(id, field, fold)))
    const fields = waiting.filter((_, index) => saved[index]).map(({ field }) => field)
    if (fields.length > 0) work.onLate(id, fields)
  }

  library.subscribe((next, last) => {
    const { phase } = next.state
    if (phase === 'away' && last.state.phase !== phase) goAway()
    if (next.renamed !== last.renamed) next.renamed.forEach(renameStory)
    const isBack = phase === 'open' && last.state.phase !== phase
    if ((next.connected && !last.connected) || isBack) return retry()
    if (next.stories === last.stories || phase !== 'open') return
    loseStories(next, last)
    const back = parts().filter(({ id }) => canBeEdited(next, id) && !canBeEdited(last, id))
    for (const id of new Set(back.map((each) => each.id))) void saveLate(id)
  })
  return { retry }
}
