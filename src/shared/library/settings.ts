import * as z from 'zod'

/**
 * What `storydesk.yml` in a library's folder may say. Every setting has a default, so that no library needs the file.
 * Storydesk never writes it.
 */
export const LibrarySettings = z.object({
  /**
   * Which files can be stories: paths below the library with `*`, `**`, `?` and `{a,b}`; one that starts with `!` takes
   * files out again. Hidden files and folders, `_site`, `node_modules` and `vendor` are never stories.
   */
  stories: z.array(z.string().min(1).max(500)).min(1).max(100)
})
export type LibrarySettings = z.infer<typeof LibrarySettings>

export const usualSettings: LibrarySettings = { stories: ['**/*.md', '**/*.markdown'] }
