import type { StoryId } from '../story/story-id'

/** Two stories that are one report, and why, as a sentence for an editor. Of n that are one, n - 1 pairs are named. */
export type DuplicateStories = { readonly a: StoryId; readonly b: StoryId; readonly why: string }

/** @returns the stories that any pair names. */
export const duplicateIds = (pairs: readonly DuplicateStories[]): ReadonlySet<StoryId> =>
  new Set(pairs.flatMap(({ a, b }) => [a, b]))
