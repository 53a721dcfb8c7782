import * as z from 'zod'
import type { CheckGrades } from '../story/check-grades'
import type { SavedView } from './saved-view'

/**
 * What `storydesk.yml` in a library's folder may say. Every setting has a default, so that no library needs the file.
 * Of all that, Storydesk writes the views only, when an editor saves one.
 */
export const LibrarySettings = z.object({
  /**
   * Which files can be stories: paths below the library with `*`, `**`, `?` and `{a,b}`; one that starts with `!` takes
   * files out again. Hidden files and folders, `_site`, `node_modules` and `vendor` are never stories.
   */
  stories: z.array(z.string().min(1).max(500)).min(1).max(100),
  /** Searches with a name. Each is looked at by itself: one that cannot hold takes no other with it. */
  views: z.array(z.unknown()).max(200),
  /** How bad what a rule of the checks finds is here, e.g. `unknown-topic: off`. Each is looked at by itself, too. */
  checks: z.record(z.string(), z.unknown())
})
export type LibrarySettings = Omit<z.infer<typeof LibrarySettings>, 'views' | 'checks'> & {
  readonly views: readonly SavedView[]
  readonly checks: CheckGrades
}

export const usualSettings: LibrarySettings = {
  stories: ['**/*.md', '**/*.markdown'],
  views: [],
  checks: {}
}
