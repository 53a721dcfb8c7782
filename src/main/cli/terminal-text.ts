/** Without control characters, which a terminal obeys, and without those that turn the direction of text. */
export const terminalText = (text: string): string =>
  text.replace(STEERING, ' ').replace(/\s+/g, ' ').trim()

const STEERING = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
