import * as z from 'zod'
import type { CheckGrades } from '../story/check-grades'
import { StorySettings, usualStorySettings } from '../story/story-settings'
import { isPathBelow } from './path-below'
import { patternFault, patternsFault } from './pattern-fault'
import type { SavedView } from './saved-view'

/** A file or folder below the library, with `/`. */
const Path = z.string().min(1).max(500).refine(isPathBelow, 'This is no path below the library.')

/** Which files can be stories. What can name none would empty the library without a word. */
const Patterns = z
  .array(z.string().min(1).max(500))
  .min(1)
  .max(100)
  .readonly()
  .superRefine((patterns, { addIssue }) => {
    const message = patternsFault(patterns)
    const at = patterns.findIndex((pattern) => patternFault(pattern) !== null)
    if (message !== null)
      addIssue({ code: 'custom', message, input: patterns, path: at === -1 ? [] : [at] })
  })

/**
 * What `storydesk.yml` in a library's folder may say. Every setting has a default, so that no library needs the file.
 * Of all that, Storydesk writes what an editor changes, and nothing else.
 */
export const LibrarySettings = z.object({
  /**
   * Which files can be stories: paths below the library with `*`, `**`, `?` and `{a,b}`; one that starts with `!` takes
   * files out again. Hidden files and folders, `_site`, `node_modules` and `vendor` are never stories.
   */
  stories: Patterns,
  ...StorySettings.shape,
  /** Where the site says its topics: a folder of YAML files with a `name` each, or a YAML file that is a list. */
  topics: Path,
  /** Whether editors may switch on pictures from the web here. */
  remotePictures: z.boolean(),
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
  ...usualStorySettings,
  topics: '_data/topics',
  remotePictures: true,
  views: [],
  checks: {}
}
