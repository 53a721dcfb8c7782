import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

type RowFocus = {
  /** The row that Tab reaches. */
  readonly active: number
  readonly setActive: (index: number) => void
  /** After the next change of the list, the focus is in row `index`, on the same button as now; or off the list for -1. */
  readonly follow: (index: number) => void
}

/**
 * One tab stop for a list of rows with buttons. Moving and removing rows never loses the focus: it goes with the row
 * that was moved, and to the next one when a row is removed.
 */
export function useRowFocus(grid: RefObject<HTMLElement | null>, count: number): RowFocus {
  const [wanted, setActive] = useState(0)
  const following = useRef<{ readonly index: number; readonly button: string | null } | null>(null)
  const active = Math.max(0, Math.min(wanted, count - 1))

  useLayoutEffect(() => {
    const { current } = following
    if (current === null) return
    following.current = null
    const row = grid.current?.querySelectorAll<HTMLElement>('[role="row"]')[current.index]
    const button = row?.querySelector<HTMLElement>(`[data-part="${current.button}"]`)
    const target = button ?? row
    target?.focus({ preventScroll: false })
  })

  return {
    active,
    setActive,
    follow(index) {
      const focused = document.activeElement
      if (!(focused instanceof HTMLElement) || !grid.current?.contains(focused)) return
      following.current = { index, button: focused.getAttribute('data-part') }
      setActive(index)
    }
  }
}
