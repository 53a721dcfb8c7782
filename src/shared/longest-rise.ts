/**
 * A longest part of `values`, which are all different, that rises as it stands: what can stay in its place when the
 * rest moves. Found by patience sorting, in n log n steps.
 */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const previous: number[] = []
  for (const [i, value] of values.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] as number] as number) < value) low = middle + 1
      else high = middle
    }
    previous[i] = low === 0 ? -1 : (tails[low - 1] as number)
    tails[low] = i
  }
  const rise = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at] as number) {
    rise.add(values[at] as number)
  }
  return rise
}
