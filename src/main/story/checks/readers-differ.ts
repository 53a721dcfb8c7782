import { warningRule } from './rule'

/** A value that depends on the version of Jekyll. */
export const readersDiffer = warningRule(
  'readers-differ',
  'note',
  'Jekyll 3 and Jekyll 4 read a value differently.'
)
