import { instantOf } from '#shared/story/instant'
import { dateOf } from '../story-of'
import { storyRule } from './rule'

/** A date that has not come yet: a story that was published cannot have one. */
export const futureDate = storyRule({
  severity: 'warning',
  about: 'A date lies in the future.',
  *find({ parts }, { now, settings }) {
    const dayBefore = new Date(now - DAY_MS).toISOString()
    for (const { path, map, name } of parts) {
      for (const field of settings.dates) {
        const date = dateOf(map.get(field))
        // Dates of the usual form are in order as texts are; whatever is not yet told apart so is looked at.
        if (date === null || date < dayBefore || (instantOf(date) ?? 0) <= now) continue
        yield {
          message: `${name}: \`${field}\` is ${date}, which is still to come.`,
          at: [...path, field]
        }
      }
    }
  }
})

const DAY_MS = 86_400_000
