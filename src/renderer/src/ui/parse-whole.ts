/** @returns `null` unless `text` is a whole number of at least `min` and at most nine digits. */
export function parseWhole(text: string, min: number): number | null {
  const plain = text.trim().replace('−', '-')
  const value = Number(plain)
  return /^-?\d{1,9}$/.test(plain) && value >= min ? value : null
}
