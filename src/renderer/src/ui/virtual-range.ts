/** Which rows are drawn: from `start` up to but without `end`. */
export type RowRange = { readonly start: number; readonly end: number }

/** What is known about a list whose rows are all equally high, in CSS pixels. */
type Viewport = {
  readonly count: number
  readonly rowHeight: number
  /** Room above the first and below the last row. */
  readonly inset: number
  readonly scrollTop: number
  readonly height: number
}

/** Rows beyond the visible ones that are drawn too, so that a short scroll shows no gap. */
const MARGIN = 8

/** So few rows are all drawn: the browser's own search then finds each of them. */
const FEW = 100

/** The rows to draw. Its edges move in steps, so most scroll events change nothing. */
export function visibleRange({ count, rowHeight, inset, scrollTop, height }: Viewport): RowRange {
  if (count <= FEW) return { start: 0, end: count }
  const step = MARGIN / 2
  const top = Math.max(0, scrollTop - inset)
  const first = Math.floor(top / rowHeight)
  const last = Math.ceil((top + height) / rowHeight)
  const start = Math.floor(first / step) * step - MARGIN
  const end = Math.ceil(last / step) * step + MARGIN
  return { start: clamp(start, 0, count), end: clamp(end, 0, count) }
}

/** Where the list must be scrolled to so that row `index` is seen whole; as little as possible. */
export function scrollTopFor(index: number, viewport: Viewport): number {
  const { count, rowHeight, inset, scrollTop, height } = viewport
  const top = index * rowHeight
  const bottom = top + rowHeight + 2 * inset
  const furthest = Math.max(0, count * rowHeight + 2 * inset - height)
  if (top < scrollTop) return top
  if (bottom > scrollTop + height) return clamp(bottom - height, 0, furthest)
  return clamp(scrollTop, 0, furthest)
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high)
