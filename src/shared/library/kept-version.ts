import type { Version } from '../story/story-id'

/** A version of a story that Storydesk has replaced and can bring back. */
export type KeptVersion = {
  readonly version: Version
  /** When it was last replaced, in milliseconds since 1970. */
  readonly at: number
}
