import type { StoryId } from '#shared/story/story-id'
import type { FieldName } from './field-name'

/** Names one field of one story. */
export type EditKey = `${FieldName} ${StoryId}`
export const editKey = (id: StoryId, field: FieldName): EditKey => `${field} ${id}`

/** The parts that `editKey` joined. */
export function splitKey(key: EditKey): readonly [FieldName, StoryId] {
  const space = key.indexOf(' ')
  return [key.slice(0, space) as FieldName, key.slice(space + 1) as StoryId]
}
