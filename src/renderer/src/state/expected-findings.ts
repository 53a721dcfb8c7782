import type { Finding } from '#shared/story/finding'
import type { RuleFindings } from '#shared/story/story-findings'

/** More are not shown one by one. */
const MOST = 200

/**
 * As many findings as a story is known to have, with what is known of each: they take their room at once, so that the
 * fields below stay where they are when the rest comes a moment later. Of several by one rule only the first has words.
 */
export const expectedFindings = (found: readonly RuleFindings[]): readonly Finding[] =>
  found.flatMap(({ rule, severity, count, line, message }) =>
    Array.from({ length: Math.min(count, MOST) }, (_, index) => ({
      rule,
      severity,
      line,
      column: index,
      field: null,
      message: index === 0 ? message : '',
      fixable: false
    }))
  )
