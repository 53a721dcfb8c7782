import { isWebAddress } from '#shared/story/web-address'
import { setInPart } from './change-part'
import { storyRule } from './rule'
import { shownValue } from './shown-value'

const ADDRESSES = ['webUrl', 'originalUrl', 'ampWebUrl', 'cdnAmpWebUrl']

/** An address that a reader's browser cannot follow, or must not. */
export const notAWebAddress = storyRule({
  severity: 'error',
  about: 'An address is no http or https address.',
  *find(story) {
    for (const part of story.parts) {
      for (const field of ADDRESSES) {
        const value = part.map.get(field)
        if (typeof value !== 'string' || isWebAddress(value)) continue
        const trimmed = value.trim()
        yield {
          message: `${part.name}: \`${field}\` is ${shownValue(value)}, not an http or https address.`,
          at: [...part.path, field],
          fix: isWebAddress(trimmed) ? () => setInPart(story, part, field, trimmed) : undefined
        }
      }
    }
  }
})
