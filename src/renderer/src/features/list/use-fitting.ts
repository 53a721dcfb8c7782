import { type RefObject, useLayoutEffect, useState } from 'react'

/** Pixels; the style sheet's gap between chips, and room for `9 more` and for the button that adds one. */
const GAP = 6
const MORE = 64
const ADD = 28

/**
 * How many of the chips at the start of a line fit into it. The others must stay in it without a place, so that they
 * can be measured.
 */
export function useFitting(line: RefObject<HTMLElement | null>, chips: readonly unknown[]): number {
  const [fitting, setFitting] = useState(chips.length)
  useLayoutEffect(() => {
    const element = line.current
    if (element === null) return
    const measure = () => {
      const widths = [...element.children]
        .slice(0, chips.length)
        .map((chip) => (chip as HTMLElement).offsetWidth)
      setFitting(fittingCount(widths, element.clientWidth))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [line, chips])
  return fitting
}

/** @returns at least 1: a single chip is cut instead. @param widths of all chips, in pixels. */
export function fittingCount(widths: readonly number[], room: number): number {
  const ends: number[] = []
  for (const width of widths) ends.push((ends.at(-1) ?? 0) + width + GAP)
  if ((ends.at(-1) ?? 0) + ADD <= room) return widths.length
  const fitting = ends.filter((end) => end + MORE + GAP + ADD <= room).length
  return Math.max(1, fitting)
}
