import type { JsonObject } from '../json'
import type { Problem } from '../problem'
import type { StoryId, Version } from './story-id'

/**
 * One story as a row of the list: what search, sorting and the list itself need. Values are as Jekyll reads them;
 * a missing value, or one of another type than the field's, is `null`.
 */
export type Story = {
  readonly id: StoryId
  readonly version: Version
  readonly title: string | null
  readonly excerpt: string | null
  /** `provider.name`. */
  readonly provider: string | null
  /** As it stands in the file, usually `2026-03-12T09:23:00Z`. */
  readonly publishedDateTime: string | null
  readonly topics: readonly string[]
  readonly quality: number | null
  /** May be negative: the robot writes -1 for "not measured". */
  readonly heat: number | null
  readonly published: boolean | null
  /** Whether Jekyll puts this file online: for a story with a problem usually yes, whatever it says. */
  readonly onSite: boolean
  /** How many links `related` holds. */
  readonly links: number
  readonly type: string | null
  readonly category: string | null
  readonly webUrl: string | null
  /** The first picture's address as the file says it, absolute or relative to the site. */
  readonly image: string | null
  /** Why Storydesk cannot read or edit this story, or `null`. */
  readonly problem: Problem | null
}

/** A link's `webUrl` and which of the links with that address it is; made by `linkKeys`. */
export type LinkKey = string & { readonly __brand: 'LinkKey' }

/** One entry of `related`: further coverage of the story. Odd or missing values are `null`. */
export type Link = {
  readonly key: LinkKey
  readonly title: string | null
  readonly excerpt: string | null
  readonly provider: string | null
  readonly publishedDateTime: string | null
  readonly webUrl: string | null
  readonly quality: number | null
  readonly type: string | null
  readonly image: string | null
}

/** One story whole, for the story pane. */
export type StoryDetail = {
  readonly story: Story
  /** The front matter as Jekyll reads it, in the file's order, without `related`; dates are text. */
  readonly data: JsonObject
  /** In the file's order, which is the editor's. */
  readonly links: readonly Link[]
  /** Length of the text after the front matter, in UTF-16 code units. */
  readonly bodyLength: number
  /** The lines around the fault, for a story with a problem; `null` for all others. */
  readonly excerptOfSource: SourceExcerpt | null
  /**
   * Topics that it does not have and whose keywords its title or excerpt holds, the likeliest first; missing where
   * nobody looked for them, e.g. in an earlier version.
   */
  readonly suggestedTopics?: readonly string[]
}

/** A story's file as text, for reading only. Bytes that are no UTF-8 show as U+FFFD. */
export type StorySource = {
  readonly version: Version
  readonly text: string
  /** Whether the file is longer than what is shown of it. */
  readonly isCut: boolean
}

/** Some lines of a file. `lines[0]` is line number `firstLine` (1-based). */
export type SourceExcerpt = { readonly firstLine: number; readonly lines: readonly string[] }
