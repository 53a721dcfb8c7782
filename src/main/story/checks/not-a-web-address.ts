import { isWebAddress } from '#shared/story/web-address'
import { ADDRESSES, mendedAddress } from './addresses'
import { storyRule } from './rule'
import { shownValue } from './shown-value'

/** An address that a reader's browser cannot follow, or must not. */
export const notAWebAddress = storyRule({
  severity: 'error',
  about: 'An address is no http or https address.',
  *find({ parts }) {
    for (const { path, map, name } of parts) {
      for (const field of ADDRESSES) {
        const value = map.get(field)
        if (typeof value !== 'string' || isWebAddress(value)) continue
        if (mendedAddress(value) !== null) continue
        yield {
          message: `${name}: \`${field}\` is ${shownValue(value)}, not an http or https address.`,
          at: [...path, field]
        }
      }
    }
  }
})
