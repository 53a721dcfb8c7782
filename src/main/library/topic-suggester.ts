import type { Story } from '#shared/story/story'
import { createTopicFinder } from '../related/topic-finder'
import type { SiteTopic } from './site'

/** More would be no suggestion. */
const MOST = 5

/**
 * Suggests topics for a story: those whose keywords in `_data/topics` its title or excerpt holds, the likeliest first,
 * without those that it has.
 *
 * @param topics what `_data/topics` says now; looked through again only when it is another list.
 */
export function createTopicSuggester(
  topics: () => readonly SiteTopic[]
): (story: Story) => readonly string[] {
  let known = topics()
  let find = createTopicFinder(known)
  return (story) => {
    if (topics() !== known) {
      known = topics()
      find = createTopicFinder(known)
    }
    return find(story)
      .filter((topic) => !story.topics.includes(topic))
      .slice(0, MOST)
  }
}
