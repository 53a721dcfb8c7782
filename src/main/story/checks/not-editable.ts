import { fateOf } from '../fate'
import type { Rule } from './rule'

/** A file that Storydesk leaves alone though Jekyll may be able to read it. */
export const notEditable: Rule = {
  severity: 'warning',
  about: 'Storydesk leaves a file alone that Jekyll may be able to read.',
  *find(file) {
    if (file.kind !== 'problem' || fateOf(file.problem) !== 'unsure') return
    yield {
      message: `${file.problem.message} Storydesk cannot edit this story, and cannot say what Jekyll makes of it.`,
      at: file.problem
    }
  }
}
