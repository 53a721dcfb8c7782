const DAY_MS = 86_400_000
/** Reports of one event follow each other within hours; what belongs to it goes on for a week. */
const WEEK = { gain: 2.7, days: 7 }
const HOURS = { gain: 0.4, days: 0.25 }

/** What nearness in time is worth, as a factor: nearly 4 for the same moment, 1 for months apart or without dates. */
export function nearness(a: number | null, b: number | null): number {
  if (a === null || b === null) return 1
  const days = Math.abs(a - b) / DAY_MS
  return 1 + WEEK.gain * Math.exp(-days / WEEK.days) + HOURS.gain * Math.exp(-days / HOURS.days)
}
