import { numberOf } from '../story-of'
import { storyRule } from './rule'
import { SCORES } from './scores'

/** A score that nobody can have meant, such as one that ran over in a program's arithmetic. */
export const outOfRange = storyRule({
  severity: 'warning',
  about: '`quality` or `heat` is out of range.',
  *find({ parts }) {
    for (const { path, map, name } of parts) {
      for (const { field, least, most } of SCORES) {
        const value = numberOf(map.get(field))
        if (value === null || (value >= least && value <= most)) continue
        yield {
          message: `${name}: \`${field}\` is ${value}; it is usually from ${least} to ${most}.`,
          at: [...path, field]
        }
      }
    }
  }
})
