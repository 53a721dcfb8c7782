/** A score as it is typed. @returns `null` unless it is a whole number, zero or more. */
export function parseScore(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : null
}

/** Points to add as they are typed, e.g. `10`, `+10`, `-5`. @returns `null` unless it is a whole number but zero. */
export function parseAmount(text: string): number | null {
  const plain = text.trim().replace(/^[−–]/, '-')
  const amount = /^[-+]?\d{1,9}$/.test(plain) ? Number(plain) : 0
  return amount === 0 ? null : amount
}
