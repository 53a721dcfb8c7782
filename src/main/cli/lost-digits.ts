/**
 * Whether a whole number beyond 2^53 lost digits when `json` was parsed into `value`. Such a number must stand in
 * `json` digit by digit.
 */
export function hasLostDigits(value: unknown, json: string): boolean {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'object' && next !== null) {
      for (const part of Object.values(next)) waiting.push(part)
    } else if (isLarge(next) && !json.includes(BigInt(next).toString())) return true
  }
  return false
}

const isLarge = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
