import { fateOf } from '../fate'
import type { Rule } from './rule'
import { saysUnpublished } from './says-unpublished'

/** A front matter that Jekyll cannot read: the file goes online, whatever it says. */
export const brokenStory: Rule = {
  severity: 'error',
  about: 'Jekyll publishes a file whose front matter it cannot read.',
  *find(file) {
    if (file.kind !== 'problem') return
    const { problem, text } = file
    const shown = SHOWN[fateOf(problem)]
    if (shown === undefined) return
    const though = saysUnpublished(text) ? ', though it says unpublished' : ''
    yield {
      message: `${problem.message} Jekyll publishes this file ${shown}${though}.`,
      at: problem
    }
  }
}

const SHOWN: { readonly [fate: string]: string | undefined } = {
  empty: 'as a page without data',
  source: 'as a page that shows its front matter'
}
