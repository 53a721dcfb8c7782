import { StoryId } from '#shared/story/story-id'
import type { FiledStory, KnownStory } from './known-story'

const NOON = Date.UTC(2026, 2, 12, 12)
const HOUR_MS = 3_600_000

/** A link as tests need it: without anything but what is said. */
export const aLink = (link: Partial<KnownStory> = {}): KnownStory => ({
  id: null,
  title: null,
  excerpt: null,
  publishedAt: null,
  webUrl: null,
  ampWebUrl: null,
  ...link
})

/** A story as tests need it: its own address follows from its name. */
export const aFiledStory = (
  name: string,
  { id: _, ...story }: Partial<KnownStory> = {}
): FiledStory => ({
  ...aLink({ webUrl: `https://${name}.example/report`, ...story }),
  id: StoryId.parse(`_news/${name}.md`)
})

/** A moment so many hours after noon of 12 March 2026, in milliseconds. */
export const hour = (hours: number): number => NOON + hours * HOUR_MS
