const HOUR_MS = 3_600_000

/** How far two times are apart, for a sentence: `within an hour`, `5 hours apart`, `2 days apart`. */
export function timeApart(a: number | null, b: number | null): string {
  if (a === null || b === null) return a === b ? 'both without a date' : 'one without a date'
  const hours = Math.round(Math.abs(a - b) / HOUR_MS)
  if (hours === 0) return 'within an hour'
  if (hours < 36) return `${counted(hours, 'hour')} apart`
  return `${counted(Math.round(hours / 24), 'day')} apart`
}

/** `1 day`, `2 days`. */
export const counted = (count: number, what: string): string =>
  `${count} ${count === 1 ? what : `${what}s`}`
