import type { Problem } from '#shared/problem'

/** Makes a problem at an offset of `text`. Lines end at LF, CRLF or a lone CR; a byte order mark has no column. */
export function problemAt(text: string, offset: number, code: string, message: string): Problem {
  let line = 1
  let lineStart = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
  for (let i = 0; i < offset; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) {
      line += 1
      lineStart = i + 1
    }
  }
  return { code, line, column: Math.max(0, offset - lineStart) + 1, message }
}

const BYTE_ORDER_MARK = 0xfeff
