import { badAddresses, mendedAddress } from './addresses'
import { setInPart } from './change-part'
import { storyRule } from './rule'

/** An address that browsers follow only because they mend it; other programs do not. */
export const oddAddress = storyRule({
  severity: 'warning',
  about: 'An address holds blanks or characters that show nothing.',
  *find(story) {
    for (const { part, field, value } of badAddresses(story)) {
      const mended = mendedAddress(value)
      if (mended === null) continue
      yield {
        message: `${part.name}: \`${field}\` holds blanks or characters that show nothing. It should be ${mended}`,
        at: [...part.path, field],
        fix: () => setInPart(story, part, field, mended)
      }
    }
  }
})
