import type { DuplicateStories } from '#shared/library/duplicate-stories'
import { instantOf } from '#shared/story/instant'
import type { Story } from '#shared/story/story'
import { findDuplicates } from '../related/duplicates'
import type { FiledStory } from '../related/known-story'

/** What duplicates are told by. */
export type Report = Pick<Story, 'id' | 'title' | 'excerpt' | 'publishedDateTime' | 'webUrl'>

export const reportOf = ({ id, title, excerpt, publishedDateTime, webUrl }: Story): Report => ({
  id,
  title,
  excerpt,
  publishedDateTime,
  webUrl
})

/** Which of these stories are one report, as far as their rows tell. Links are not looked at. */
export function duplicateStories(reports: readonly Report[]): readonly DuplicateStories[] {
  const inOrder = reports.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const known = inOrder.map((report) => ({ story: filed(report), links: [] }))
  return findDuplicates(known).flatMap(({ a, b, why }) =>
    a.kind === 'story' && b.kind === 'story' ? { a: a.story, b: b.story, why } : []
  )
}

function filed({ id, title, excerpt, publishedDateTime, webUrl }: Report): FiledStory {
  const publishedAt = publishedDateTime === null ? null : instantOf(publishedDateTime)
  return { id, title, excerpt, publishedAt, webUrl, ampWebUrl: null }
}

/** @returns whether both rows say the same of what duplicates are told by. */
export const isSameReport = (a: Report, b: Report): boolean =>
  a.title === b.title &&
  a.excerpt === b.excerpt &&
  a.publishedDateTime === b.publishedDateTime &&
  a.webUrl === b.webUrl
