import { stringifyExact } from '../../front-matter/value'
import { numberOf } from '../story-of'
import { storyRule } from './rule'

/** -1 is how robots write that nothing was measured. Real libraries stay far below the highest value. */
const HEAT = { field: 'heat', least: -1, most: 1_000_000 }

/** A score that nobody can have meant, such as one that ran over in a program's arithmetic. */
export const outOfRange = storyRule({
  severity: 'warning',
  about: '`quality` or `heat` is out of range.',
  *find({ parts }, { settings }) {
    const scores = [{ field: 'quality', ...settings.quality }, HEAT]
    for (const { path, map, name } of parts) {
      for (const { field, least, most } of scores) {
        const read = map.get(field)
        const value = numberOf(read)
        if (read === undefined || value === null || (value >= least && value <= most)) continue
        yield {
          message: `${name}: \`${field}\` is ${stringifyExact(read)}; it is usually from ${least} to ${most}.`,
          at: [...path, field]
        }
      }
    }
  }
})
