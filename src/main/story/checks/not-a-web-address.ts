import { badAddresses, mendedAddress } from './addresses'
import { storyRule } from './rule'
import { shownValue } from './shown-value'

/** An address that a reader's browser cannot follow, or must not. */
export const notAWebAddress = storyRule({
  severity: 'error',
  about: 'An address is no http or https address.',
  *find(story) {
    for (const { part, field, value } of badAddresses(story)) {
      if (mendedAddress(value) !== null) continue
      yield {
        message: `${part.name}: \`${field}\` is ${shownValue(value)}, not an http or https address.`,
        at: [...part.path, field]
      }
    }
  }
})
