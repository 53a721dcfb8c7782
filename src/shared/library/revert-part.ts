import * as z from 'zod'
import { Key } from '../story/story-change'

/** A part of a story that can be taken back by itself. */
export const StoryPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), field: z.string().min(1).max(1000) }),
  z.object({ kind: z.literal('link'), link: Key })
])
export type StoryPart = z.infer<typeof StoryPart>

/** What of a story is made as it was in the last commit. */
export const RevertPart = z.union([z.object({ kind: z.literal('story') }), StoryPart])
export type RevertPart = z.infer<typeof RevertPart>
