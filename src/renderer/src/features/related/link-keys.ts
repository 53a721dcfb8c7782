import type { KeyboardEvent } from 'react'
import type { Move } from '../../state/link-ops'

type LinkKeyAction =
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'remove' }
  | { readonly kind: 'focus'; readonly target: HTMLElement }

const MOVES: { readonly [key: string]: Move } = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'top',
  End: 'bottom'
}

/** What a key pressed in a link's row means there; `null`: nothing. */
export function linkKeyAction(event: KeyboardEvent<HTMLElement>): LinkKeyAction | null {
  const { key, altKey, ctrlKey, metaKey, currentTarget: row } = event
  if (ctrlKey || metaKey) return null
  const move = MOVES[key]
  if (altKey) return move === undefined ? null : { kind: 'move', move }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'remove' }
  const target = focusTarget(row, key, document.activeElement)
  return target === null ? null : { kind: 'focus', target }
}

/** Up and down go from row to row, left and right along the buttons of one. */
function focusTarget(row: HTMLElement, key: string, focused: Element | null): HTMLElement | null {
  const parts = [row, ...row.querySelectorAll<HTMLElement>('[data-part]')]
  const here = focused instanceof HTMLElement ? parts.indexOf(focused) : -1
  switch (key) {
    case 'ArrowRight':
      return parts[here + 1] ?? null
    case 'ArrowLeft':
      return parts[here - 1] ?? null
    case 'Escape':
      return here > 0 ? row : null
    case 'ArrowDown':
    case 'j':
    case 'J':
      return otherRow(row, 1)
    case 'ArrowUp':
    case 'k':
    case 'K':
      return otherRow(row, -1)
    case 'Home':
      return otherRow(row, -Infinity)
    case 'End':
      return otherRow(row, Infinity)
    default:
      return null
  }
}

function otherRow(row: HTMLElement, by: number): HTMLElement | null {
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])]
  const index = Math.min(Math.max(rows.indexOf(row) + by, 0), rows.length - 1)
  return rows[index] ?? null
}
