import { type RowRange, visibleRange } from '../../ui/virtual-range'

/** Where the rows of a list stand: equally high, but for one that may be open. In CSS pixels. */
export type LinkLayout = {
  readonly count: number
  readonly rowHeight: number
  readonly open: { readonly index: number; readonly height: number } | null
}

/** By how much the open row is higher than the others. */
const extra = ({ rowHeight, open }: LinkLayout): number =>
  open === null ? 0 : open.height - rowHeight

/** The top of row `index`; that of row `count` is the end of the list. */
export const topOf = (layout: LinkLayout, index: number): number =>
  index * layout.rowHeight + (layout.open !== null && index > layout.open.index ? extra(layout) : 0)

/** The gap between two rows that lies nearest to `y`: before row 0, before row 1, ... up to `count`. */
export function gapAt(layout: LinkLayout, y: number): number {
  const { count, rowHeight, open } = layout
  const isAbove = open === null || y < topOf(layout, open.index) + open.height / 2
  const gap = Math.round((isAbove ? y : y - extra(layout)) / rowHeight)
  const nearest = isAbove ? Math.min(gap, open?.index ?? count) : Math.max(gap, open.index + 1)
  return Math.min(count, Math.max(0, nearest))
}

/** The rows of which something lies between `top` and `bottom`, and some more on both sides. */
export function rowsWithin(layout: LinkLayout, top: number, bottom: number): RowRange {
  const { count, rowHeight } = layout
  // As if the open row stood above: at worst that draws a few rows that nobody sees.
  const scrollTop = Math.max(0, top - Math.max(0, extra(layout)))
  return visibleRange({ count, rowHeight, inset: 0, scrollTop, height: bottom - scrollTop })
}

/** What is drawn: the rows in sight and those that must not go away, e.g. because they have the focus. In order. */
export function drawnRows({ start, end }: RowRange, kept: readonly number[], count: number) {
  const indexes = new Set(Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at))
  for (const index of kept) indexes.add(index)
  return [...indexes].filter((index) => index >= 0 && index < count).sort((a, b) => a - b)
}
