import type { Desk } from './desk'
import { splitKey } from './edit-key'
import { countOf } from './story-words'

/** Whether everything that was changed here is in the files, in a few words. */
export type SaveState = {
  readonly kind: 'unsaved' | 'choice' | 'saving' | 'saved'
  readonly words: string
}

/** What the desk's stores say about it; the worst counts. While the host is away nobody knows of the rest. */
export function saveState(
  { edits }: ReturnType<Desk['edits']['store']['getState']>,
  { links, topics }: ReturnType<Desk['listEdits']['store']['getState']>,
  isAnswered: boolean
): SaveState {
  const all = [...edits.values()]
  const choices = all.filter(({ trouble }) => trouble?.kind === 'conflict').length
  const unsaved = all.filter(({ trouble }) => trouble !== null).length - choices
  const isSaving = links.length + topics.length > 0 || all.some(({ sending }) => sending)
  if (unsaved > 0) {
    return { kind: 'unsaved', words: `${countOf(unsaved, 'change', 'changes')} not saved` }
  }
  if (choices > 0) {
    const fields = choices === 1 ? '1 field needs' : `${choices} fields need`
    const rest = isAnswered ? ' Everything else is saved.' : ''
    return { kind: 'choice', words: `${fields} your choice.${rest}` }
  }
  return isSaving
    ? { kind: 'saving', words: 'Saving' }
    : { kind: 'saved', words: 'All changes saved' }
}

/** Sends what is typed and waits for a pause, and what could not be sent before. Says what became of it. */
export async function saveNow(desk: Desk): Promise<void> {
  const { edits } = desk.edits.store.getState()
  await Promise.all(
    [...edits.keys()].map((key) => {
      const [field, id] = splitKey(key)
      return desk.edits.commit(id, field, null)
    })
  )
  const { kind, words } = saveState(
    desk.edits.store.getState(),
    desk.listEdits.store.getState(),
    desk.library.getState().connected
  )
  if (kind !== 'saved') return desk.voice.announce(words)
  desk.voice.notify({
    kind: 'done',
    fact: 'All changes are saved.',
    detail: 'Each one is in its file as soon as it is made.'
  })
}
