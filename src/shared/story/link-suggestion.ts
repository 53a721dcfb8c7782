import type { JsonObject } from '../json'
import type { StoryId } from './story-id'

/** Coverage that the library knows and that a story's list does not hold yet. */
export type LinkSuggestion = {
  /** Where the coverage is. */
  readonly url: string
  /** The story that it is; `null`: a link of other stories' lists, without a file of its own. */
  readonly story: StoryId | null
  /** What the list would get: the link as another list holds it, or what links say of the story. */
  readonly link: JsonObject
  /** Why it is suggested, for an editor. */
  readonly why: string
}
