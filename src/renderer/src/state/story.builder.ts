import type { Story } from '#shared/story/story'
import type { StoryId, Version } from '#shared/story/story-id'

/** A story for tests, of which only what matters is named. */
export const aStory = (
  over: Partial<Omit<Story, 'id'>> & { readonly id?: string } = {}
): Story => ({
  title: 'Tides',
  excerpt: null,
  provider: null,
  publishedDateTime: null,
  topics: [],
  quality: 50,
  heat: null,
  published: false,
  onSite: over.published ?? false,
  links: 0,
  type: null,
  category: null,
  webUrl: null,
  image: null,
  problem: null,
  version: '0'.repeat(64) as Version,
  ...over,
  id: (over.id ?? 'tides.md') as StoryId
})
