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

  const focused = useFocusWithin(grid)

  useLayoutEffect(() => {
    const { current } = following
    if (current === null) {
      // A row that went away by itself took the focus with it.
      const isLost = focused.current?.isConnected === false && isNowhere()
      if (isLost) rowOf(grid.current, active)?.focus()
      return
    }
    following.current = null
    const row = rowOf(grid.current, current.index)
    const part = row?.querySelector<HTMLElement>(`[data-part="${current.part}"]`)
    const target = part ?? row
    target?.focus()
    // A row that was moved has the focus already, and that alone brings nothing into sight.
    target?.scrollIntoView({ block: 'nearest' })
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

const rowOf = (grid: HTMLElement | null, index: number): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[aria-rowindex="${index + 1}"]`) ?? null

const isNowhere = (): boolean =>
  document.activeElement === null || document.activeElement === document.body

/** What has the focus inside of `grid`, or had it until it went away; `null` once the focus went elsewhere. */
function useFocusWithin(grid: RefObject<HTMLElement | null>): RefObject<HTMLElement | null> {
  const focused = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const { current } = grid
    const onFocusIn = ({ target }: FocusEvent) => {
      focused.current = target instanceof HTMLElement ? target : null
    }
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) focused.current = null
    }
    current?.addEventListener('focusin', onFocusIn)
    current?.addEventListener('focusout', onFocusOut)
    return () => {
      current?.removeEventListener('focusin', onFocusIn)
      current?.removeEventListener('focusout', onFocusOut)
    }
  }, [grid])
  return focused
}
