import type { KeyboardEvent } from 'react'
import { takesText } from '../../state/focus-place'
import type { Move } from '../../state/link-ops'

type LinkKeyAction =
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'remove' }
  /** The first digit of a position that is being typed. */
  | { readonly kind: 'position'; readonly digit: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** Takes the score that fits its place. */
  | { readonly kind: 'fit' }
  /** Compares the links that repeat each other. */
  | { readonly kind: 'compare' }
  /** To another story. */
  | { readonly kind: 'elsewhere' }
  /** Its page, outside. */
  | { readonly kind: 'page' }
  /** To the box that adds a link. */
  | { readonly kind: 'add' }
  /** To the row that stands `by` rows further on. */
  | { readonly kind: 'row'; readonly by: number }
  | { readonly kind: 'focus'; readonly target: HTMLElement }

const MOVES: { readonly [key: string]: Move } = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'top',
  End: 'bottom'
}

const ROWS: { readonly [key: string]: number } = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity
}

/** What a key pressed in a link's row means there; `null`: nothing. */
export function linkKeyAction(
  event: KeyboardEvent<HTMLElement>,
  isOpen: boolean
): LinkKeyAction | null {
  const { key, altKey, ctrlKey, metaKey, currentTarget: row, target } = event
  if (ctrlKey || metaKey || event.nativeEvent.isComposing) return null
  if (key === 'Escape' && isOpen) return { kind: 'close' }
  if (takesText(target)) return null
  const move = MOVES[key]
  if (altKey) return move === undefined ? null : { kind: 'move', move }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'remove' }
  if (target === row && key === 'Enter') return { kind: 'open' }
  if (key.toLowerCase() === 'a') return { kind: 'add' }
  if (key.toLowerCase() === 'o') return { kind: 'page' }
  if (key.toLowerCase() === 'f') return { kind: 'fit' }
  if (key.toLowerCase() === 'd') return { kind: 'compare' }
  if (key.toLowerCase() === 'm') return { kind: 'elsewhere' }
  if (/^[1-9]$/.test(key)) return { kind: 'position', digit: key }
  const by = ROWS[key.length === 1 ? key.toLowerCase() : key]
  if (by !== undefined) return { kind: 'row', by }
  const focusable = focusTarget(row, key, document.activeElement)
  return focusable === null ? null : { kind: 'focus', target: focusable }
}

/** Left and right go along the buttons of a row. */
function focusTarget(row: HTMLElement, key: string, focused: Element | null): HTMLElement | null {
  const parts = [row, ...row.querySelectorAll<HTMLElement>('[data-part]')]
  const here = focused instanceof HTMLElement ? parts.indexOf(focused) : -1
  if (key === 'ArrowRight') return parts[here + 1] ?? null
  if (key === 'ArrowLeft') return parts[here - 1] ?? null
  return key === 'Escape' && here > 0 ? row : null
}
