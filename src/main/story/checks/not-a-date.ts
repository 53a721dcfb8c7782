import { instantOf } from '#shared/story/instant'
import { isTimestamp } from '../../front-matter/value'
import { storyRule } from './rule'
import { shownValue } from './shown-value'

/** A date by which a site cannot sort: text among dates makes the build fail. */
export const notADate = storyRule({
  severity: 'error',
  about: 'A date is none, or is text.',
  *find({ parts }, { settings }) {
    for (const { path, map, name } of parts) {
      for (const field of settings.dates) {
        const value = map.get(field)
        if (value === undefined || value === null || isTimestamp(value)) continue
        const isQuoted = typeof value === 'string' && instantOf(value) !== null
        const what = isQuoted ? 'text because of its quotes' : `${shownValue(value)}, not a date`
        yield {
          message: `${name}: \`${field}\` is ${what}, so a site cannot sort by it.`,
          at: [...path, field]
        }
      }
    }
  }
})
