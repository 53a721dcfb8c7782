import type { DuplicateStories } from '#shared/library/duplicate-stories'
import { instantOf } from '#shared/story/instant'
import type { Story } from '#shared/story/story'
import { findDuplicates } from '../related/duplicates'
import type { FiledStory } from '../related/known-story'

/** Which of these stories are one report, as far as their rows tell. Links are not looked at. */
export function duplicateStories(stories: readonly Story[]): readonly DuplicateStories[] {
  const inOrder = stories.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const known = inOrder.map((story) => ({ story: filed(story), links: [] }))
  return findDuplicates(known).flatMap(({ a, b, why }) =>
    a.kind === 'story' && b.kind === 'story' ? { a: a.story, b: b.story, why } : []
  )
}

function filed({ id, title, excerpt, publishedDateTime, webUrl }: Story): FiledStory {
  const publishedAt = publishedDateTime === null ? null : instantOf(publishedDateTime)
  return { id, title, excerpt, publishedAt, webUrl, ampWebUrl: null }
}

/** @returns whether both rows say the same of what duplicates are told by. */
export const isSameReport = (a: Story, b: Story): boolean =>
  a.title === b.title &&
  a.excerpt === b.excerpt &&
  a.publishedDateTime === b.publishedDateTime &&
  a.webUrl === b.webUrl
