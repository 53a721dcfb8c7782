import * as z from 'zod'
import { Key } from './story-change'
import { StoryId } from './story-id'

/** A link that goes from one story to another, and between which links of that it comes to stand. */
export const LinkMove = z.object({
  from: StoryId,
  to: StoryId,
  link: Key,
  before: Key.nullable(),
  after: Key.nullable()
})
export type LinkMove = z.infer<typeof LinkMove>
