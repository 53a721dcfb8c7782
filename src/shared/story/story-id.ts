import * as z from 'zod'

/**
 * A story's path below the library folder, with `/`, e.g. `_news/2026-03-12-tides.md`. It cannot climb out of
 * the folder; whether a file of that name is there, only the library knows.
 */
export const StoryId = z
  .string()
  .min(1)
  .max(4096)
  .refine(
    (path) => !path.includes('\0') && !/^[A-Za-z]:/.test(path),
    'is not a path below the library'
  )
  .refine(
    (path) => path.split(/[/\\]/).every((part) => part !== '' && part !== '.' && part !== '..'),
    'leaves the library'
  )
  .brand<'StoryId'>()
export type StoryId = z.infer<typeof StoryId>

/** SHA-256 of a story's bytes, in lower-case hex. Two stories with equal versions are byte-identical. */
export const Version = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Version'>()
export type Version = z.infer<typeof Version>
