import type { Problem } from '#shared/problem'
import type { DisputedScalar, DuplicateKey } from './construct'
import { Lines } from './location'

/** What can be read, but not without doubt. Offsets count from `base`. */
export type Doubts = {
  readonly duplicates: readonly DuplicateKey[]
  readonly disputed: readonly DisputedScalar[]
  /** Where a second YAML document starts, if one does. */
  readonly second: number | null
}

/** Puts doubts into words, in the order of the file. */
export function warningsOf(text: string, base: number, doubts: Doubts): readonly Problem[] {
  const { duplicates, disputed, second } = doubts
  if (duplicates.length === 0 && disputed.length === 0 && second === null && base === 0) return []

  const lines = new Lines(text)
  const faults = [
    ...duplicates.map(({ key, first, second: offset }) => ({
      offset: offset + base,
      code: 'duplicate-key',
      message: `\`${key}\` stands here again, after line ${lines.lineOf(first + base)}; Jekyll takes the last one.`
    })),
    ...disputed.map(({ offset, text: scalar }) => ({
      offset: offset + base,
      code: 'readers-differ',
      message: `Jekyll 3 and Jekyll 4 read \`${scalar}\` differently; quotes would make it text.`
    })),
    ...(second === null ? [] : [{ offset: second + base, ...SECOND_DOCUMENT }])
  ]
  const warnings = faults.sort((a, b) => a.offset - b.offset).map((fault) => lines.problem(fault))
  return base === 0 ? warnings : [HIDDEN, ...warnings]
}

const SECOND_DOCUMENT = {
  code: 'several-documents',
  message: 'A second YAML document starts here; Jekyll reads the first one only.'
}
const HIDDEN: Problem = {
  code: 'byte-order-mark',
  line: 1,
  column: 1,
  message: 'A byte order mark hides the front matter: Jekyll copies this file to the site as it is.'
}
