const DIGITS = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, String(at + 1)])
)

/** @returns `two` as `2`, up to twelve; `null` for any other word. */
export const asDigits = (word: string): string | null => DIGITS.get(word) ?? null
