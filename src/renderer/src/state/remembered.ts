/** More texts than the longest lists hold; then it begins anew. */
const MOST = 20_000

/**
 * The same function, which works each text out only once. For lists of thousands that are looked through again at each
 * change, though hardly one of their texts is another by then.
 */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const result = work(text)
    if (known.size >= MOST) known.clear()
    known.set(text, result)
    return result
  }
}
