/** Milliseconds to wait before connection attempt number `attempt` (from 0): quick at first, 5 seconds at most. */
export const backoff = (attempt: number): number => Math.min(5_000, 250 * 2 ** attempt)
