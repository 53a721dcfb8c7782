import { isExactNumber, type YamlValue } from '../../front-matter/value'
import { setInPart } from './change-part'
import { storyRule } from './rule'
import { shownValue } from './shown-value'

const SCORES = ['quality', 'heat']

/** A score by which a site cannot sort. */
export const notANumber = storyRule({
  severity: 'error',
  about: '`quality` or `heat` is not a number.',
  *find(story) {
    for (const part of story.parts) {
      for (const field of SCORES) {
        const value = part.map.get(field)
        if (value === undefined || value === null || isFiniteNumber(value)) continue
        const meant = typeof value === 'string' && WHOLE.test(value) ? Number(value) : null
        yield {
          message: `${part.name}: \`${field}\` is ${shownValue(value)}, not a number, so a site cannot sort by it.`,
          at: [...part.path, field],
          fix: meant === null ? undefined : () => setInPart(story, part, field, meant)
        }
      }
    }
  }
})

const isFiniteNumber = (value: YamlValue): boolean =>
  Number.isFinite(isExactNumber(value) ? value.value : value)

const WHOLE = /^-?\d{1,9}$/
