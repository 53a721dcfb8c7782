import type { Story } from '#shared/story/story'
import { explain } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import type { Desk } from './desk'
import { splitKey } from './edit-key'
import { needsSending } from './field-edit'
import { fieldWords } from './field-name'
import { rowTitle } from './story-words'

/** Says that the open story's file went away, what becomes of what was typed into it, and offers to put it back. */
export function sayLost(desk: Desk, story: Story): void {
  const typed = unsavedFields(desk, story.id)
  desk.voice.notify({
    kind: 'done',
    fact: `${rowTitle(story)} is gone.`,
    detail:
      typed.length === 0
        ? 'Its file was removed or renamed on disk.'
        : `Its file was removed or renamed on disk. What you typed is kept until it is back: ${typed.join(', ')}.`,
    action: { words: 'Put it back', run: () => void putBack(desk, story) }
  })
}

const unsavedFields = (desk: Desk, id: StoryId): readonly string[] =>
  [...desk.edits.store.getState().edits].flatMap(([key, edit]) => {
    const [field, of] = splitKey(key)
    return of === id && (needsSending(edit) || edit.trouble !== null) ? [fieldWords(field)] : []
  })

/** Makes the file what it was when it was last seen here, and opens it again. */
async function putBack(desk: Desk, story: Story): Promise<void> {
  const { id } = story
  const versions = await desk.transport.call('versions.list', { id }).catch(() => null)
  const [last] = versions ?? []
  const result =
    last === undefined
      ? null
      : await desk.transport
          .call('versions.restore', { id, version: last.version })
          .catch(() => null)
  if (result?.ok) {
    openWhenThere(desk, id)
    return desk.voice.announce(`${rowTitle(story)} is back as it was`)
  }
  const why = versions === null || last !== undefined ? 'The connection broke.' : 'It is not kept.'
  desk.voice.notify({
    kind: 'problem',
    fact: `${rowTitle(story)} was not put back.`,
    detail: result === null ? why : explain(result.error)
  })
}

/** The list may hear of the file a moment later. */
function openWhenThere(desk: Desk, id: StoryId): void {
  const { current } = desk.view.getState()
  const open = () => {
    if (!desk.library.getState().stories.has(id)) return false
    if (desk.view.getState().current === current) desk.view.setState({ current: id })
    return true
  }
  if (open()) return
  const end = desk.library.subscribe(() => open() && end())
}
