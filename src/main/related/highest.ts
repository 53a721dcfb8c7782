/**
 * The places with the highest scores, best first; places without a score above 0 are left out.
 *
 * @param isBefore decides between equal scores
 */
export function highest(
  scores: Float64Array,
  most: number,
  isBefore: (a: number, b: number) => boolean
): readonly number[] {
  // A heap whose top is the worst of the best so far.
  const heap: number[] = []
  for (let place = 0; place < scores.length; place += 1) {
    if ((scores[place] ?? 0) <= 0) continue
    if (heap.length < most) {
      heap.push(place)
      rise(heap.length - 1)
    } else if (isWorse(heap[0] ?? 0, place)) {
      heap[0] = place
      sink()
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1))

  function isWorse(a: number, b: number): boolean {
    const [scoreA, scoreB] = [scores[a] ?? 0, scores[b] ?? 0]
    return scoreA === scoreB ? a !== b && isBefore(b, a) : scoreA < scoreB
  }

  function rise(from: number): void {
    for (let at = from; at > 0; ) {
      const up = (at - 1) >> 1
      if (!isWorse(heap[at] ?? 0, heap[up] ?? 0)) return
      swap(at, up)
      at = up
    }
  }

  function sink(): void {
    for (let at = 0; ; ) {
      let worst = at
      for (const down of [2 * at + 1, 2 * at + 2]) {
        if (down < heap.length && isWorse(heap[down] ?? 0, heap[worst] ?? 0)) worst = down
      }
      if (worst === at) return
      swap(at, worst)
      at = worst
    }
  }

  function swap(a: number, b: number): void {
    const held = heap[a] ?? 0
    heap[a] = heap[b] ?? 0
    heap[b] = held
  }
}
