import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { type RowRange, scrollTopFor, visibleRange } from './virtual-range'

type VirtualRows = RowRange & {
  /** Scrolls as little as possible so that the row is seen whole. */
  readonly show: (index: number) => void
}

/**
 * Which rows of a long list must be drawn. The element scrolls by itself; its rows are equally high, with `inset`
 * pixels above the first and below the last.
 *
 * @param covered pixels at the foot of the element that something lies over.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  inset: number,
  covered = 0
): VirtualRows {
  const [range, setRange] = useState<RowRange>({ start: 0, end: Math.min(count, 24) })

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const measure = () => {
      const next = visibleRange({
        count,
        rowHeight,
        inset,
        scrollTop: element.scrollTop,
        height: element.clientHeight
      })
      setRange((last) => (last.start === next.start && last.end === next.end ? last : next))
    }
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [scroller, count, rowHeight, inset])

  const show = useCallback(
    (index: number) => {
      const element = scroller.current
      if (element === null) return
      const { scrollTop } = element
      const height = element.clientHeight - covered
      const next = scrollTopFor(index, { count, rowHeight, inset, scrollTop, height })
      if (next !== scrollTop) element.scrollTop = next
    },
    [scroller, count, rowHeight, inset, covered]
  )
  return { ...range, show }
}
