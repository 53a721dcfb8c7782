import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { type RowLayout, type RowRange, scrollTopFor, visibleRange } from './virtual-range'

type VirtualRows = RowRange & {
  /** Scrolls as little as possible so that the row is seen whole. */
  readonly show: (index: number) => void
}

/**
 * Which rows of a long list must be drawn. The element scrolls by itself.
 *
 * @param layout must be the same object as long as nothing about it changes.
 * @param covered pixels at the foot of the element that something lies over.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  layout: RowLayout,
  covered = 0
): VirtualRows {
  const [range, setRange] = useState<RowRange>({ start: 0, end: Math.min(layout.count, 24) })
  // Asked for while something waits to be drawn, the element would have the page laid out once more.
  const seen = useRef({ scrollTop: 0, height: 0 })

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const measure = () => {
      const { scrollTop, clientHeight: height } = element
      seen.current = { scrollTop, height }
      const next = visibleRange({ ...layout, scrollTop, height })
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
  }, [scroller, layout])

  const show = useCallback(
    (index: number) => {
      const element = scroller.current
      if (element === null) return
      const { scrollTop, height } = seen.current
      const next = scrollTopFor(index, { ...layout, scrollTop, height: height - covered })
      if (next === scrollTop) return
      element.scrollTop = next
      seen.current = { scrollTop: element.scrollTop, height }
    },
    [scroller, layout, covered]
  )
  return { ...range, show }
}
