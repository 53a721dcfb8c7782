import * as z from 'zod'
import type { StoryId } from '../story/story-id'

/** What editors have said about a story among themselves. It stands in app data, never in the file. */
export const Review = z.enum(['reviewed', 'held'])
export type Review = z.infer<typeof Review>

/** `review: null` takes it back. */
export type ReviewChange = { readonly id: StoryId; readonly review: Review | null }
