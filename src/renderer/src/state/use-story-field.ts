import { useId } from 'react'
import type { Story } from '#shared/story/story'
import { useDesk, useDeskState } from './desk-context'
import { editKey, type FieldName } from './edit-store'
import type { FieldEdit, FieldValue } from './field-edit'
import { sameJson } from './same-json'

/** One field of the open story: what the file says, and what becomes of it. */
export type StoryField = {
  /** What to show: the editor's wish, else what the file says. */
  readonly value: FieldValue
  readonly saved: FieldValue
  readonly edit: FieldEdit | undefined
  /** Counts the saves of this field, so that a tick can follow each. */
  readonly saves: number
}

/** What a field says now, in the file and in the editor's mind. */
export function useStoryField(story: Story, field: FieldName): StoryField {
  const key = editKey(story.id, field)
  const edit = useDeskState(
    (desk) => desk.edits.store,
    ({ edits }) => edits.get(key)
  )
  const saves = useDeskState(
    (desk) => desk.edits.store,
    (state) => (state.savedKey === key ? state.saves : 0)
  )
  // An odd value is not in the row, so it is looked up in the story as a whole.
  const odd = useDeskState(
    (desk) => desk.details.store,
    ({ detail }) => (detail?.story.id === story.id ? detail.data[field] : undefined)
  )
  const saved = story[field] ?? odd
  return { value: edit === undefined ? saved : edit.value, saved, edit, saves }
}

/** A text field of a story, for `TextInPlace`. An empty text of a story without the field stays no field. */
export function useTextField(story: Story, field: 'title' | 'excerpt') {
  const desk = useDesk()
  const session = useId()
  const { value, saved, edit, saves } = useStoryField(story, field)
  const { id } = story
  const fold = `${field} ${session} ${id}`.slice(0, 100)
  const set = (next: FieldValue) => desk.edits.want(id, field, saved, next)

  return {
    edit,
    props: {
      value: typeof value === 'string' ? value : '',
      saves,
      isInvalid: edit?.trouble != null,
      isChanged: edit !== undefined && !sameJson(edit.value, edit.before),
      onEnter: () => desk.edits.enter(id, field, saved),
      onType: (text: string) => set(text === '' && edit?.before === undefined ? undefined : text),
      onCommit: () => void desk.edits.commit(id, field, fold),
      onLeave: () => desk.edits.leave(id, field, fold),
      onRestore() {
        if (edit !== undefined) set(edit.before)
        void desk.edits.commit(id, field, fold)
      }
    }
  }
}
