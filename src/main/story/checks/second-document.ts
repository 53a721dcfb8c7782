import { warningRule } from './rule'

/** A line that ends the front matter for Jekyll before its closing fence. */
export const secondDocument = warningRule(
  'several-documents',
  'error',
  'Jekyll reads only the fields before a second `---`.'
)
