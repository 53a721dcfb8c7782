import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

type RowFocus = {
  /** The row that Tab reaches. */
  readonly active: number
  readonly setActive: (index: number) => void
  /** After the next change of the list, the focus is in row `index`, on the same part as now; or off the list for -1. */
  readonly follow: (index: number) => void
  /** Takes the focus to row `index`, to one of its parts if it is named. */
  readonly go: (index: number, part?: string) => void
}

/**
 * One tab stop for a list of rows with buttons. Moving and removing rows never loses the focus: it goes with the row
 * that was moved, and to the next one when a row is removed.
 */
export function useRowFocus(grid: RefObject<HTMLElement | null>, count: number): RowFocus {
  const [{ wanted }, setWanted] = useState({ wanted: 0 })
  const following = useRef<{ readonly index: number; readonly part: string | null } | null>(null)
  const active = Math.max(0, Math.min(wanted, count - 1))

  useLayoutEffect(() => {
    const { current } = following
    if (current === null) return
    following.current = null
    const row = grid.current?.querySelector<HTMLElement>(`[aria-rowindex="${current.index + 1}"]`)
    const part = row?.querySelector<HTMLElement>(`[data-part="${current.part}"]`)
    const target = part ?? row
    target?.focus({ preventScroll: false })
  })

  return {
    active,
    setActive: (index) => setWanted((last) => (last.wanted === index ? last : { wanted: index })),
    follow(index) {
      const focused = document.activeElement
      if (!(focused instanceof HTMLElement) || !grid.current?.contains(focused)) return
      following.current = { index, part: focused.getAttribute('data-part') }
      setWanted({ wanted: index })
    },
    go(index, part) {
      following.current = { index, part: part ?? null }
      setWanted({ wanted: index })
    }
  }
}
