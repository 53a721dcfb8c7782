import { assertNever } from '#shared/result'
import { explain } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import type { Desk } from './desk'
import type { FieldEdit, FieldValue } from './field-edit'
import { type FieldName, fieldWords } from './field-name'

/** What stands in the way of saving a field and the ways out, for `FieldTrouble`; `null` if nothing does. */
export function fieldTrouble(
  desk: Desk,
  id: StoryId,
  field: FieldName,
  edit: FieldEdit | undefined
) {
  const trouble = edit?.trouble ?? null
  if (edit === undefined || trouble === null) return null
  const name = fieldWords(field)
  const onRetry = () => void desk.edits.commit(id, field, null)
  switch (trouble.kind) {
    case 'unfit':
      return { name, why: `${trouble.reason}. Not saved yet.`, onRetry: null }
    case 'lost':
      return {
        name,
        why: 'Not saved: the connection broke. It is tried again when it is back.',
        onRetry
      }
    case 'away':
      return {
        name,
        why: 'Not saved: the folder is not there. It is tried again when it is back.',
        onRetry
      }
    case 'refused':
      return {
        name,
        why: `Not saved. ${explain(trouble.error)}`,
        onRetry
      }
    case 'conflict': {
      const why = {
        before: shown(edit.before),
        yours: shown(edit.value),
        theirs: shown(trouble.theirs),
        isShort: typeof edit.value !== 'string',
        onKeep: () => desk.edits.keepYours(id, field),
        onTake: () => desk.edits.takeTheirs(id, field)
      }
      return { name, why, onRetry: null }
    }
    default:
      return assertNever(trouble)
  }
}

/** Goes back from what cannot be saved to what the file says; `null` if nothing stands in the way. */
export function giveUp(
  desk: Desk,
  id: StoryId,
  field: FieldName,
  edit: FieldEdit | undefined
): (() => void) | null {
  const kind = edit?.trouble?.kind
  return kind === undefined || kind === 'conflict' ? null : () => desk.edits.takeTheirs(id, field)
}

const shown = (value: FieldValue): string => {
  if (value === undefined) return 'missing'
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
}
