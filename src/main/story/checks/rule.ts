import type { Severity } from '#shared/story/finding'
import type { StoryChange } from '#shared/story/story-change'
import type { StorySettings } from '#shared/story/story-settings'
import type { Place } from '../../front-matter/read-placed'
import type { CheckedFile, CheckedStory } from './checked-file'

/** What a rule may ask about the library and the world. */
export type CheckFacts = {
  /** Milliseconds since 1970. */
  readonly now: number
  /** The topics that the site knows; empty if it does not say. */
  readonly topics: ReadonlySet<string>
  /** `url` and `baseurl` of the site's configuration; empty if not said there. */
  readonly site: { readonly url: string; readonly baseurl: string }
  /** What the library's settings say of stories. */
  readonly settings: StorySettings
  /** Whether there is a file or folder at this path below the library, with `/`. */
  hasFile(path: string): boolean
}

/** One thing that a rule found in a file. */
export type Found = {
  /** What is wrong and what comes of it, in a sentence or two for an editor. */
  readonly message: string
  /** The field that it is about, as keys and positions, or a place where no field is. */
  readonly at: readonly string[] | Place
  /** Makes the changes that mend it, for the story as it was read. Missing if no change is safe. */
  readonly fix?: (() => readonly StoryChange[]) | undefined
}

/** One thing to look for in every file. */
export type Rule = {
  readonly severity: Severity
  /** What it looks for, for a list of all rules. */
  readonly about: string
  find(file: CheckedFile, facts: CheckFacts): Iterable<Found>
}

/** A rule that looks at stories that can be read. */
export function storyRule({
  severity,
  about,
  find
}: {
  readonly severity: Severity
  readonly about: string
  readonly find: (story: CheckedStory, facts: CheckFacts) => Iterable<Found>
}): Rule {
  return {
    severity,
    about,
    find: (file, facts) => (file.kind === 'story' ? find(file, facts) : [])
  }
}

/** A rule that passes on what the reading of the front matter warns of. */
export const warningRule = (code: string, severity: Severity, about: string): Rule =>
  storyRule({
    severity,
    about,
    find: ({ warnings }) =>
      warnings
        .filter((warning) => warning.code === code)
        .map(({ message, line, column }) => ({ message, at: { line, column } }))
  })
