import type { Json } from '#shared/json'
import { assertNever } from '#shared/result'
import type { StoryError } from '#shared/story/story-error'
import { sameJson } from './same-json'

/** A field's value; `undefined`: the file has no such field. */
export type FieldValue = Json | undefined

/** One field of one story from the moment an editor touches it until the file says the same. */
export type FieldEdit = {
  /** What the file said when the edit began: Escape goes back to it. */
  readonly before: FieldValue
  /** What the file says as far as this edit knows; a change is planned against it. */
  readonly saved: FieldValue
  /** What the editor wants. */
  readonly value: FieldValue
  readonly sending: boolean
  /** A cursor stands in the field, so the edit stays even while nothing is left to save. */
  readonly typing: boolean
  /** Escape wants `before` again although the file said more since: a step of its own, so that Undo leads back. */
  readonly isBack: boolean
  readonly trouble: Trouble | null
}

export type Trouble =
  /** The file was changed outside to `theirs`; an editor must choose. */
  | { readonly kind: 'conflict'; readonly theirs: FieldValue }
  | { readonly kind: 'refused'; readonly error: StoryError }
  /** What was typed is nothing that the field can hold: `reason` says what would be. */
  | { readonly kind: 'unfit'; readonly reason: string }
  /** The connection broke, or the folder is away: the value waits for it to come back. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'away' }

export type FieldAction =
  | { readonly kind: 'wanted'; readonly value: FieldValue }
  | { readonly kind: 'back' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'saved'; readonly value: FieldValue }
  | { readonly kind: 'refused'; readonly error: StoryError }
  | { readonly kind: 'unfit'; readonly reason: string }
  | { readonly kind: 'lost' }
  | { readonly kind: 'away' }
  /** The editor keeps their value although the file says another by now. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'left' }

export const beginEdit = (saved: FieldValue, typing: boolean): FieldEdit => ({
  before: saved,
  saved,
  value: saved,
  sending: false,
  typing,
  isBack: false,
  trouble: null
})

export function reduceEdit(edit: FieldEdit, action: FieldAction): FieldEdit {
  switch (action.kind) {
    case 'wanted':
      // A clash waits for a choice, whatever is typed meanwhile; other trouble may be over with a new value.
      return {
        ...edit,
        value: action.value,
        isBack: edit.isBack && sameJson(action.value, edit.value),
        trouble: edit.trouble?.kind === 'conflict' ? edit.trouble : null
      }
    case 'back':
      return {
        ...edit,
        value: edit.before,
        isBack: edit.sending || !sameJson(edit.saved, edit.before),
        trouble: null
      }
    case 'sent':
      return { ...edit, sending: true, trouble: null }
    case 'saved':
      return { ...edit, sending: false, saved: action.value }
    case 'refused':
      return refused(edit, action.error)
    case 'unfit':
      return { ...edit, trouble: { kind: 'unfit', reason: action.reason } }
    case 'lost':
    case 'away':
      return { ...edit, sending: false, trouble: { kind: action.kind } }
    case 'kept':
      return edit.trouble?.kind === 'conflict'
        ? { ...edit, saved: edit.trouble.theirs, trouble: null }
        : edit
    case 'left':
      return { ...edit, typing: false }
    default:
      return assertNever(action)
  }
}

/** Whether the file lacks what the editor wants, and nothing stands in the way of saying so. */
export const needsSending = ({ sending, trouble, saved, value }: FieldEdit): boolean =>
  !sending && trouble?.kind !== 'conflict' && trouble?.kind !== 'unfit' && !sameJson(saved, value)

/** Whether a cursor stands in the field and nothing was typed that the file does not say. */
export const isIdle = ({ sending, trouble, saved, value }: FieldEdit): boolean =>
  !sending && trouble === null && sameJson(saved, value)

/** Whether nothing is left of the edit: the file says what the editor wants. */
export const isOver = (edit: FieldEdit): boolean => !edit.typing && isIdle(edit)

function refused(edit: FieldEdit, error: StoryError): FieldEdit {
  if (error.code !== 'conflict') {
    return { ...edit, sending: false, trouble: { kind: 'refused', error } }
  }
  const theirs = error.theirs ?? undefined
  // Both want the same, or our own change got through before the connection broke.
  if (sameJson(theirs, edit.value)) return { ...edit, sending: false, saved: theirs }
  return { ...edit, sending: false, trouble: { kind: 'conflict', theirs } }
}
