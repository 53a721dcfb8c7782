import type { Json } from '#shared/json'

/** Deep equality of JSON values; the order of keys counts, because it does in a file. */
export const sameJson = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)
