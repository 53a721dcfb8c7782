/** Which rows are drawn: from `start` up to but without `end`. */
export type RowRange = { readonly start: number; readonly end: number }

/** How the rows of a long list stand, in CSS pixels. All rows are equally high, and so are all headings. */
export type RowLayout = {
  readonly count: number
  readonly rowHeight: number
  /** Room above the first and below the last row. */
  readonly inset: number
  /** The rows that a heading stands above, in order. It stays in sight while its rows are. */
  readonly heads?: readonly number[]
  readonly headHeight?: number
}

type Viewport = RowLayout & { readonly scrollTop: number; readonly height: number }

/** Rows beyond the visible ones that are drawn too, so that a short scroll shows no gap. */
const MARGIN = 8

/** So few rows are all drawn: the browser's own search then finds each of them. */
const FEW = 100

/** The rows to draw. Its edges move in steps, so most scroll events change nothing. */
export function visibleRange({ scrollTop, height, ...layout }: Viewport): RowRange {
  const { count, inset } = layout
  if (count <= FEW) return { start: 0, end: count }
  const step = MARGIN / 2
  const top = Math.max(0, scrollTop - inset)
  const first = Math.floor(rowAt(layout, top))
  const last = Math.ceil(rowAt(layout, top + height))
  const start = Math.floor(first / step) * step - MARGIN
  const end = Math.ceil(last / step) * step + MARGIN
  return { start: clamp(start, 0, count), end: clamp(end, 0, count) }
}

/** Where a row stands from the top of the first one, headings counted. */
export const topOf = (layout: RowLayout, index: number): number =>
  index * layout.rowHeight + headsUpTo(layout, index) * (layout.headHeight ?? 0)

/** How high all rows are together, without the room around them. */
export const heightOf = ({ count, rowHeight, heads = [], headHeight = 0 }: RowLayout): number =>
  count * rowHeight + heads.length * headHeight

/** Where the list must be scrolled to so that row `index` is seen whole; as little as possible. */
export function scrollTopFor(index: number, viewport: Viewport): number {
  const { rowHeight, inset, scrollTop, height, heads = [], headHeight = 0 } = viewport
  const start = topOf(viewport, index)
  // The heading of its group lies over what is above it.
  const top = heads.length === 0 ? start : start - headHeight
  const bottom = start + rowHeight + 2 * inset
  const furthest = Math.max(0, heightOf(viewport) + 2 * inset - height)
  if (top < scrollTop) return Math.max(0, top)
  if (bottom > scrollTop + height) return clamp(bottom - height, 0, furthest)
  return clamp(scrollTop, 0, furthest)
}

/** The row at `y` pixels from the top of the first one, and how far into it. */
function rowAt(layout: RowLayout, y: number): number {
  const { rowHeight, heads = [], headHeight = 0 } = layout
  if (heads.length === 0) return y / rowHeight
  // The last heading that stands above `y`.
  const above = lastWhere(heads.length, (at) => topOf(layout, heads[at] ?? 0) - headHeight <= y)
  const row = (y - (above + 1) * headHeight) / rowHeight
  return clamp(row, heads[above] ?? 0, heads[above + 1] ?? Number.POSITIVE_INFINITY)
}

function headsUpTo({ heads = [] }: RowLayout, index: number): number {
  return heads.length === 0 ? 0 : lastWhere(heads.length, (at) => (heads[at] ?? 0) <= index) + 1
}

/** The last number below `count` that `holds`, of which it holds for all before it; -1 if for none. */
function lastWhere(count: number, holds: (at: number) => boolean): number {
  let low = -1
  let high = count - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high)
