import { useEffect, useId } from 'react'
import type { Story } from '#shared/story/story'
import type { StoryId } from '#shared/story/story-id'
import { useDesk, useDeskState } from './desk-context'
import { editKey } from './edit-key'
import type { FieldEdit, FieldValue } from './field-edit'
import type { FieldName } from './field-name'
import { sameJson } from './same-json'

/** One field of the open story or of one of its links: what the file says, and what becomes of it. */
export type StoryField = {
  /** What to show: the editor's wish, else what the file says. */
  readonly value: FieldValue
  readonly saved: FieldValue
  readonly edit: FieldEdit | undefined
  /** Counts the saves of this field, so that a tick can follow each. */
  readonly saves: number
}

/** What a field that says `saved` in the file says in the editor's mind. */
export function useFieldEdit(id: StoryId, field: FieldName, saved: FieldValue): StoryField {
  const key = editKey(id, field)
  const edit = useDeskState(
    (desk) => desk.edits.store,
    ({ edits }) => edits.get(key)
  )
  const saves = useDeskState(
    (desk) => desk.edits.store,
    (state) => (state.savedKey === key ? state.saves : 0)
  )
  return { value: edit === undefined ? saved : edit.value, saved, edit, saves }
}

/** What a field of the row says now, in the file and in the editor's mind. */
export function useStoryField(story: Story, field: RowField): StoryField {
  // An odd value is not in the row, so it is looked up in the story as a whole.
  const odd = useDeskState(
    (desk) => desk.details.store,
    ({ detail }) => (detail?.story.id === story.id ? detail.data[field] : undefined)
  )
  return useFieldEdit(story.id, field, story[field] ?? odd)
}

type RowField = 'title' | 'excerpt' | 'published' | 'quality' | 'heat'

/** A text field of a story, for `TextInPlace`. */
export function useTextField(story: Story, field: 'title' | 'excerpt') {
  return useTextEdit(story.id, field, useStoryField(story, field))
}

/** What a text control needs to edit a field. An empty text of a story without the field stays no field. */
export function useTextEdit(
  id: StoryId,
  field: FieldName,
  { value, saved, edit, saves }: StoryField
) {
  const desk = useDesk()
  const session = useId()
  const fold = `${session} ${id}`.slice(0, 100)
  const set = (next: FieldValue) => desk.edits.want(id, field, saved, next)
  const said = JSON.stringify(saved)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another value in the file matters
  useEffect(() => desk.edits.follow(id, field, saved), [said])

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
      onRestore: () => desk.edits.takeBack(id, field, fold)
    }
  }
}
