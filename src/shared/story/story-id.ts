import * as z from 'zod'
import { isStoryPath } from './story-path'

/** A story's path below the library folder, with `/`, e.g. `_news/2026-03-12-tides.md`: see `isStoryPath`. */
export const StoryId = z
  .string()
  .refine(isStoryPath, 'is not a path below the library')
  .brand<'StoryId'>()
export type StoryId = z.infer<typeof StoryId>

/** SHA-256 of a story's bytes, in lower-case hex. Two stories with equal versions are byte-identical. */
export const Version = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Version'>()
export type Version = z.infer<typeof Version>
