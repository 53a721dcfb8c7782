import { useEffect } from 'react'
import { focusPlace } from './focus-place'

/**
 * Catches the focus when what had it went away: a button with the choice that it settled, a field with its story, the
 * list with its last row. It goes to what is left around that place, else to the list, so that keys go on acting.
 */
export function useCaughtFocus(): void {
  useEffect(() => {
    let around: readonly Element[] = []
    let waiting = 0
    const note = ({ target }: FocusEvent) => {
      around = target instanceof Element ? partOf(target) : []
    }
    const isLost = () =>
      document.activeElement === document.body && around[0]?.isConnected === false
    const look = () => {
      if (waiting !== 0 || !isLost()) return
      // Whoever took it away may know better where the focus goes, and needs up to two frames for that.
      waiting = requestAnimationFrame(() => {
        waiting = requestAnimationFrame(() => {
          waiting = 0
          if (isLost()) catchFocus(around)
        })
      })
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', note)
    return () => {
      cancelAnimationFrame(waiting)
      observer.disconnect()
      document.removeEventListener('focusin', note)
    }
  }, [])
}

/** An element and what it stands in, as far as its part of the window goes. */
function partOf(target: Element): readonly Element[] {
  const chain: Element[] = []
  for (let at: Element | null = target; at !== null && !at.matches(PARTS); at = at.parentElement) {
    chain.push(at)
  }
  return chain
}

const PARTS = '[role="tabpanel"], [role="dialog"], section, nav, main, body'
const TAKES_FOCUS = 'input, textarea, button:not(:disabled, [tabindex="-1"]), [tabindex="0"]'

function catchFocus(around: readonly Element[]): void {
  const left = around.find(
    (element) => element.isConnected && element.querySelector(TAKES_FOCUS) !== null
  )
  if (left === undefined) focusPlace('list')
  else left.querySelector<HTMLElement>(TAKES_FOCUS)?.focus()
}
