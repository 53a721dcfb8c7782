import type { StoryChange } from '../story/story-change'
import type { StoryError } from '../story/story-error'
import type { StoryId } from '../story/story-id'

/** What a bulk change would do to one story. */
export type BulkPreview = {
  readonly id: StoryId
  /** In the order in which they would be made, each with what it replaces; none if the story is so already. */
  readonly changes: readonly StoryChange[]
  /** Why the story cannot be changed, or `null`. */
  readonly error: StoryError | null
}

/** What a bulk change did. What was changed is one step for Undo. */
export type BulkOutcome = {
  readonly label: string
  readonly changed: readonly StoryId[]
  /** Stories that were so already. */
  readonly unchanged: number
  readonly failed: readonly StoryError[]
  /** Whether it was stopped before all stories had their turn. */
  readonly cancelled: boolean
}

/** How far a bulk change is. */
export type BulkProgress = { readonly label: string; readonly done: number; readonly total: number }
