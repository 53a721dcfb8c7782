import { isUtf8 } from 'node:buffer'
import type { Problem } from '#shared/problem'
import { problemAt } from './location'

/**
 * Decodes UTF-8 strictly: a replaced byte would corrupt the story when it is saved. A byte order mark stays.
 *
 * @returns the text, or a problem at the first byte that is not UTF-8.
 */
export function decode(bytes: Uint8Array): string | Problem {
  if (isUtf8(bytes)) return asBuffer(bytes).toString('utf8')

  const before = validPrefix(bytes)
  const text = asBuffer(bytes).toString('utf8', 0, before)
  const byte = (bytes[before] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return problemAt(
    text,
    text.length,
    'invalid-utf8',
    `The byte 0x${byte} is not UTF-8; one such file makes the whole site build fail.`
  )
}

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The length of the longest prefix that is UTF-8 and ends between characters, by bisection. */
function validPrefix(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 8) {
    const middle = characterStart(bytes, (good + bad) >> 1)
    if (middle <= good) break
    if (isUtf8(bytes.subarray(good, middle))) good = middle
    else bad = middle
  }
  for (;;) {
    const size = [1, 2, 3, 4].find(
      (n) => good + n <= bytes.length && isUtf8(bytes.subarray(good, good + n))
    )
    if (size === undefined) return good
    good += size
  }
}

/** The start of the character that `at` lies in, if bytes before it look like one. */
function characterStart(bytes: Uint8Array, at: number): number {
  let start = at
  while (start > 0 && at - start < 3 && ((bytes[start] as number) & 0xc0) === 0x80) start -= 1
  return start
}
