import { fateOf } from '../fate'
import { isDocument, isNoJekyllDate } from './jekyll-date'
import type { Rule } from './rule'
import { shownValue } from './shown-value'

/** A file with which Jekyll builds no site at all. */
export const buildFails: Rule = {
  severity: 'error',
  about: 'Jekyll cannot build the site with this file in it.',
  *find(file) {
    if (file.kind !== 'story') {
      if (fateOf(file.problem) !== 'no-site') return
      yield { message: file.problem.message, at: file.problem }
      return
    }
    const date = file.data.get('date')
    if (date === undefined || !isDocument(file.id) || !isNoJekyllDate(date)) return
    yield {
      message: `\`date\` is ${shownValue(date)}, which is no date to Jekyll: it builds no site at all, whether this story is published or not.`,
      at: ['date']
    }
  }
}
