import { warningRule } from './rule'

/** A field that stands twice. */
export const duplicateKey = warningRule(
  'duplicate-key',
  'warning',
  'A field stands twice; Jekyll takes the last one.'
)
