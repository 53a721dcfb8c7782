/**
 * Splits a JSON Pointer (RFC 6901) into its reference tokens.
 *
 * @returns `null` if it is not one: it starts without `/`, or a `~` is followed by neither `0` nor `1`.
 */
export function parsePointer(pointer: string): readonly string[] | null {
  if (pointer === '') return []
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replace(/~1/g, '/').replace(/~0/g, '~'))
}

/** Reads a token as the position of an item: no sign, no leading zero. @returns `null` if it is none. */
export const parseIndex = (token: string): number | null =>
  /^(?:0|[1-9]\d{0,8})$/.test(token) ? Number(token) : null

/** Whether `tokens` name the value at `prefix` or one inside of it. */
export const startsWith = (tokens: readonly string[], prefix: readonly string[]): boolean =>
  prefix.length <= tokens.length && prefix.every((token, i) => token === tokens[i])
