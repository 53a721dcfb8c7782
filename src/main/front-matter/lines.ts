/** Steps over blanks, line breaks and comments. */
export function skipTrivia(text: string, from: number): number {
  let at = from
  for (;;) {
    const unit = text.charCodeAt(at)
    if (unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d) at += 1
    else if (unit === 0x23) at = endOfLine(text, at)
    else return at
  }
}

/** Where the line of `at` ends, before its line break. */
export function endOfLine(text: string, at: number): number {
  let end = at
  while (end < text.length) {
    const unit = text.charCodeAt(end)
    if (unit === 0x0a || unit === 0x0d) return end
    end += 1
  }
  return end
}

/** Where the line of `at` starts. */
export function startOfLine(text: string, at: number): number {
  let start = at
  while (start > 0) {
    const unit = text.charCodeAt(start - 1)
    if (unit === 0x0a || unit === 0x0d) return start
    start -= 1
  }
  return start
}

/** Where the next line starts, behind the line break of the line of `at`. */
export function nextLine(text: string, at: number): number {
  const end = endOfLine(text, at)
  if (text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a) return end + 2
  return Math.min(end + 1, text.length)
}

/** Steps back over one line break that ends at `at`. */
export function beforeBreak(text: string, at: number): number {
  if (text.charCodeAt(at - 1) === 0x0a) return text.charCodeAt(at - 2) === 0x0d ? at - 2 : at - 1
  return text.charCodeAt(at - 1) === 0x0d ? at - 1 : at
}
