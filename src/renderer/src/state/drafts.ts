import type { EditKey } from './edit-key'
import type { EditStore } from './edit-store'
import type { FieldEdit } from './field-edit'
import type { Library, LibraryStore } from './library-store'
import { sameJson } from './same-json'

/** What an editor typed and no file has yet. */
export type Draft = Pick<FieldEdit, 'before' | 'saved' | 'value'>

/**
 * Keeps what is not saved where a page that is loaded again, after a crash as well, finds it: then it goes on being
 * saved. What cannot be kept or read costs the memory, nothing else.
 *
 * @param storage lasts as long as the tab
 */
export function keepDrafts(edits: EditStore, library: LibraryStore, storage: Storage): void {
  let folder: string | null = null
  let kept = ''

  function recall(now: Library): void {
    const isThere = now.app === 'ready' && now.state.phase !== 'closed'
    if (!isThere || now.state.folder === folder) return
    folder = now.state.folder
    for (const [key, draft] of draftsIn(storage, folder)) edits.resume(key, draft)
  }

  library.subscribe(recall)
  edits.store.subscribe((now) => {
    if (folder === null) return
    const unsaved = [...now.edits].flatMap(([key, { before, saved, value }]) =>
      sameJson(saved, value) ? [] : [[key, { before, saved, value }]]
    )
    const text = JSON.stringify(unsaved)
    if (text === kept) return
    kept = text
    try {
      if (unsaved.length === 0) storage.removeItem(keyOf(folder))
      else storage.setItem(keyOf(folder), text)
    } catch {
      // A full or forbidden storage.
    }
  })
  recall(library.getState())
}

function draftsIn(storage: Storage, folder: string): readonly (readonly [EditKey, Draft])[] {
  try {
    return JSON.parse(storage.getItem(keyOf(folder)) ?? '[]')
  } catch {
    return []
  }
}

const keyOf = (folder: string): string => `storydesk.drafts ${folder}`
