/** @returns `null` unless `text` is a whole number from `min` to `max`, of at most nine digits. */
export function parseWhole(text: string, min: number, max = Infinity): number | null {
  const plain = text.trim().replace('−', '-')
  const value = Number(plain)
  return /^-?\d{1,9}$/.test(plain) && value >= min && value <= max ? value : null
}
