import { textOf } from '../story-of'
import { ADDRESSES } from './addresses'
import { removeLink } from './change-part'
import { storyRule } from './rule'

/** A link that leads to the story in whose list it stands. */
export const selfLink = storyRule({
  severity: 'warning',
  about: 'A link leads to its own story.',
  *find(story) {
    const own = ADDRESSES.map((field) => pageOf(textOf(story.data.get(field)) ?? '')).filter(
      (page) => page !== ''
    )
    for (const part of story.parts.slice(1)) {
      const address = textOf(part.map.get('webUrl'))
      if (address === null || !own.includes(pageOf(address))) continue
      yield {
        message: `${part.name} leads to this story itself.`,
        at: [...part.path, 'webUrl'],
        fix: () => removeLink(story, part)
      }
    }
  }
})

/** A place on a page is the page. */
const pageOf = (address: string): string => {
  const end = address.indexOf('#')
  return end === -1 ? address : address.slice(0, end)
}
