import { expect, it } from 'vitest'
import type { StoryError } from '#shared/story/story-error'
import type { StoryId } from '#shared/story/story-id'
import {
  beginEdit,
  type FieldAction,
  type FieldEdit,
  isOver,
  needsSending,
  reduceEdit
} from './field-edit'

const id = 'tides.md' as StoryId
const after = (edit: FieldEdit, ...actions: readonly FieldAction[]) =>
  actions.reduce(reduceEdit, edit)
const typing = beginEdit('Tides', true)
const clash = (theirs: string | null): StoryError => ({
  code: 'conflict',
  id,
  field: 'title',
  yours: 'Tides rise',
  theirs
})

it('has nothing to send until something is typed', () => {
  expect(needsSending(typing)).toBe(false)
  expect(needsSending(after(typing, { kind: 'wanted', value: 'Tides rise' }))).toBe(true)
  expect(
    needsSending(
      after(typing, { kind: 'wanted', value: 'Tides rise' }, { kind: 'wanted', value: 'Tides' })
    )
  ).toBe(false)
})

it('is over when it is saved and left', () => {
  const saved = after(
    typing,
    { kind: 'wanted', value: 'Tides rise' },
    { kind: 'sent' },
    { kind: 'saved', value: 'Tides rise' }
  )
  expect(isOver(saved)).toBe(false)
  expect(isOver(after(saved, { kind: 'left' }))).toBe(true)
})

it('sends what was typed while the last value was on its way', () => {
  const sent = after(typing, { kind: 'wanted', value: 'Tides r' }, { kind: 'sent' })
  const typed = after(sent, { kind: 'wanted', value: 'Tides rise' })
  expect(needsSending(typed)).toBe(false)

  const answered = after(typed, { kind: 'saved', value: 'Tides r' })

  expect(answered).toMatchObject({ saved: 'Tides r', value: 'Tides rise' })
  expect(needsSending(answered)).toBe(true)
})

it('goes back to what the file said before, even when something was saved meanwhile', () => {
  const saved = after(
    typing,
    { kind: 'wanted', value: 'Tides rise' },
    { kind: 'sent' },
    { kind: 'saved', value: 'Tides rise' }
  )

  const restored = after(saved, { kind: 'wanted', value: saved.before })

  expect(restored.value).toBe('Tides')
  expect(needsSending(restored)).toBe(true)
})

it('holds a clash until an editor chooses, and keeps theirs as the value to change from', () => {
  const clashing = after(
    typing,
    { kind: 'wanted', value: 'Tides rise' },
    { kind: 'sent' },
    { kind: 'refused', error: clash('Tides fall') },
    { kind: 'wanted', value: 'Tides rise again' }
  )
  expect(clashing.trouble).toEqual({ kind: 'conflict', theirs: 'Tides fall' })
  expect(needsSending(clashing)).toBe(false)

  const kept = after(clashing, { kind: 'kept' })

  expect(kept).toMatchObject({ saved: 'Tides fall', value: 'Tides rise again', trouble: null })
  expect(needsSending(kept)).toBe(true)
})

it('knows a field that was removed outside', () => {
  const clashing = after(
    typing,
    { kind: 'wanted', value: 'Tides rise' },
    { kind: 'refused', error: clash(null) }
  )
  expect(clashing.trouble).toEqual({ kind: 'conflict', theirs: undefined })
})

it('sees no clash where both want the same', () => {
  const agreed = after(
    typing,
    { kind: 'wanted', value: 'Tides rise' },
    { kind: 'sent' },
    { kind: 'refused', error: clash('Tides rise') },
    { kind: 'left' }
  )
  expect(isOver(agreed)).toBe(true)
})

it('keeps what was typed when it could not be saved, and tries again', () => {
  const error: StoryError = { code: 'disk', id, reason: 'EROFS' }
  const sent = after(typing, { kind: 'wanted', value: 'Tides rise' }, { kind: 'sent' })

  for (const action of [{ kind: 'refused', error }, { kind: 'lost' }] as const) {
    const failed = after(sent, action, { kind: 'left' })
    expect(failed.value).toBe('Tides rise')
    expect(isOver(failed)).toBe(false)
    expect(needsSending(failed)).toBe(true)
  }
})
