import { textOf } from '../story-of'
import { removeLink } from './change-part'
import { storyRule } from './rule'

/** A link that leads to the story in whose list it stands. */
export const selfLink = storyRule({
  severity: 'warning',
  about: 'A link leads to its own story.',
  *find(story) {
    const own = OWN.map((field) => pageOf(textOf(story.data.get(field)))).filter(Boolean)
    for (const part of story.parts.slice(1)) {
      const page = pageOf(textOf(part.map.get('webUrl')))
      if (!own.includes(page)) continue
      yield {
        message: `${part.name} leads to this story itself.`,
        at: [...part.path, 'webUrl'],
        fix: () => removeLink(story, part)
      }
    }
  }
})

const OWN = ['webUrl', 'originalUrl', 'ampWebUrl', 'cdnAmpWebUrl']

/** A place on a page is the page. */
const pageOf = (address: string | null): string => address?.replace(/#.*$/s, '') ?? ''
