import type { Problem } from '#shared/problem'
import type { Fault } from './fault'

/** Finds lines and columns in a text. Lines end at LF, CRLF or a lone CR; a byte order mark has no column. */
export class Lines {
  readonly #starts: readonly number[]

  constructor(text: string) {
    const starts = [text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0]
    const breaks = /\r\n|\n|\r/g
    while (breaks.test(text)) starts.push(breaks.lastIndex)
    this.#starts = starts
  }

  /** The 1-based line of an offset. */
  lineOf(offset: number): number {
    let low = 1
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** @param shift what to add to the fault's offset. */
  problem({ offset, code, message }: Fault, shift = 0): Problem {
    const line = this.lineOf(offset + shift)
    const column = Math.max(0, offset + shift - (this.#starts[line - 1] as number)) + 1
    return { code, line, column, message }
  }
}

/** Makes a problem at an offset of `text`. */
export const problemAt = (text: string, offset: number, code: string, message: string): Problem =>
  new Lines(text.slice(0, offset + 1)).problem({ offset, code, message })

const BYTE_ORDER_MARK = 0xfeff
