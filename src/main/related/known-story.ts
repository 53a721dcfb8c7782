import type { StoryId } from '#shared/story/story-id'

/**
 * A story or a link, as far as suggestions and duplicates look at it. Missing or odd values are `null`; nothing is
 * promised about the texts, they may be empty or very long.
 */
export type KnownStory = {
  /** `null` for a link: it has no file of its own, or is not known to have one. */
  readonly id: StoryId | null
  readonly title: string | null
  readonly excerpt: string | null
  /** `publishedDateTime` in milliseconds since 1970; `null` if it is missing or no date. */
  readonly publishedAt: number | null
  readonly webUrl: string | null
  readonly ampWebUrl: string | null
}

/** A story that has a file. */
export type FiledStory = KnownStory & { readonly id: StoryId }

/** A story and the links that its list holds, in the file's order. */
export type StoryAndLinks = { readonly story: FiledStory; readonly links: readonly KnownStory[] }
