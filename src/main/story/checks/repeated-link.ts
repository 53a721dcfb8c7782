import { textOf } from '../story-of'
import { removeLink } from './change-part'
import { storyRule } from './rule'

/** A link whose address stands in the list before. */
export const repeatedLink = storyRule({
  severity: 'warning',
  about: 'A list holds an address twice.',
  *find(story) {
    const seen = new Map<string, string>()
    for (const part of story.parts.slice(1)) {
      const address = textOf(part.map.get('webUrl'))
      if (address === null || address === '') continue
      const first = seen.get(address)
      if (first === undefined) seen.set(address, part.name)
      else {
        yield {
          message: `${part.name} leads to the same address as ${first.toLowerCase()}.`,
          at: [...part.path, 'webUrl'],
          fix: () => removeLink(story, part)
        }
      }
    }
  }
})
