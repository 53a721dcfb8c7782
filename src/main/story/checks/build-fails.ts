import { fateOf } from '../fate'
import type { Rule } from './rule'

/** A file with which Jekyll builds no site at all. */
export const buildFails: Rule = {
  severity: 'error',
  about: 'Jekyll cannot build the site with this file in it.',
  *find(file) {
    if (file.kind !== 'problem' || fateOf(file.problem) !== 'no-site') return
    yield { message: file.problem.message, at: file.problem }
  }
}
