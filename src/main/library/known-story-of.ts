import { instantOf } from '#shared/story/instant'
import type { StoryId } from '#shared/story/story-id'
import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from '../front-matter/value'
import type { KnownStory, StoryAndLinks } from '../related/known-story'
import { dateOf, textOf } from '../story/story-of'

/** What suggestions and duplicates look at, of a story whose front matter is read. */
export function knownStoryOf(id: StoryId, data: YamlMap): StoryAndLinks {
  const related = data.get('related')
  const links = isYamlList(related) ? related.map(linkOf) : []
  return { story: { ...knownOf(data), id }, links }
}

/** A link that is plain text names a story of the site, and has neither an address nor a title of its own. */
const linkOf = (link: YamlValue): KnownStory => knownOf(isYamlMap(link) ? link : new Map())

function knownOf(fields: YamlMap): KnownStory {
  const date = dateOf(fields.get('publishedDateTime'))
  return {
    id: null,
    title: textOf(fields.get('title')),
    excerpt: textOf(fields.get('excerpt')),
    publishedAt: date === null ? null : instantOf(date),
    webUrl: textOf(fields.get('webUrl')),
    ampWebUrl: textOf(fields.get('ampWebUrl'))
  }
}
