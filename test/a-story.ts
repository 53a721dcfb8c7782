import type { Story } from '../src/shared/story/story'
import type { StoryId, Version } from '../src/shared/story/story-id'

/** A row for tests. Name only what matters to the test; each story without an `id` gets one of its own. */
export function aStory(parts: Partial<Omit<Story, 'id'>> & { readonly id?: string } = {}): Story {
  number += 1
  const { id = `_news/2026-03-${number}-story.md`, ...rest } = parts
  return {
    id: id as StoryId,
    version: '0'.repeat(64) as Version,
    title: 'A story',
    excerpt: null,
    provider: null,
    publishedDateTime: null,
    topics: [],
    quality: null,
    heat: null,
    published: null,
    onSite: true,
    links: 0,
    type: null,
    category: null,
    webUrl: null,
    image: null,
    problem: null,
    ...rest
  }
}

let number = 0
