/** From here on a score no longer fits the column of scores. */
const LONG = 10_000
/** From here on not even its thousands do. */
const ENDLESS = 1e15

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 })

/** A score as it stands in a column: `80`, `123M`; a dash if there is none. */
export function scoreWords(score: number | null): string {
  if (score === null) return '–'
  const size = Math.abs(score)
  if (size < LONG) return String(score)
  return size < ENDLESS ? short.format(score) : score.toExponential(0)
}
