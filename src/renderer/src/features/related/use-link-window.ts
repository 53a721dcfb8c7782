import { type RefObject, useLayoutEffect, useState } from 'react'
import type { RowRange } from '../../ui/virtual-range'
import { type LinkLayout, rowsWithin } from './link-layout'

/** Which rows are near what is seen of the list, while something around it scrolls. */
export function useLinkWindow(grid: RefObject<HTMLElement | null>, layout: LinkLayout): RowRange {
  const [range, setRange] = useState<RowRange>({ start: 0, end: Math.min(layout.count, 40) })
  const { count, rowHeight, open } = layout
  const openIndex = open?.index ?? null
  const openHeight = open?.height ?? 0

  useLayoutEffect(() => {
    const list = grid.current
    const scroller = list === null ? null : scrollerOf(list)
    if (list === null || scroller === null) return
    const shape = {
      count,
      rowHeight,
      open: openIndex === null ? null : { index: openIndex, height: openHeight }
    }
    const measure = () => {
      const box = scroller.getBoundingClientRect()
      const top = box.top - list.getBoundingClientRect().top
      const next = rowsWithin(shape, top, top + box.height)
      setRange((last) => (last.start === next.start && last.end === next.end ? last : next))
    }
    measure()
    scroller.addEventListener('scroll', measure, { passive: true })
    // What stands above the list moves it without scrolling.
    const observer = new ResizeObserver(measure)
    observer.observe(scroller)
    for (const child of scroller.children) observer.observe(child)
    return () => {
      scroller.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [grid, count, rowHeight, openIndex, openHeight])
  return range
}

/** The element that scrolls around a list. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
  const parent = element.parentElement
  if (parent === null) return null
  return /auto|scroll/.test(getComputedStyle(parent).overflowY) ? parent : scrollerOf(parent)
}
