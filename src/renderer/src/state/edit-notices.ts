import type { Story } from '#shared/story/story'
import { type FieldName, fieldWords } from './field-name'
import type { Notice } from './notice-store'
import { rowTitle } from './story-words'

/** Escape took back what was saved by itself. @param undo takes the last step back. */
export const backNotice = (field: FieldName, undo: () => void): Notice => ({
  kind: 'done',
  fact: `The ${fieldWords(field)} is as it was before you typed.`,
  detail: 'One step: Undo brings back what you typed.',
  action: { words: 'Undo', run: undo }
})

/** What was changed while a story could not be edited is saved long after. @param undo takes the last step back. */
export const lateNotice = (
  story: Story | undefined,
  fields: readonly FieldName[],
  undo: () => void
): Notice => ({
  kind: 'done',
  fact: `Saved now: your ${fields.map(fieldWords).join(', ')} of “${story === undefined ? '' : rowTitle(story)}”.`,
  detail: 'It had waited until the story could be edited again. Undo takes it out.',
  action: { words: 'Undo', run: undo }
})
