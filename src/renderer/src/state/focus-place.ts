/** A place that a key can take the focus to. An element is one by `data-focus-place`. */
export type FocusPlace =
  | 'list'
  | 'search'
  | 'title'
  | 'quality'
  | 'topics'
  | 'related'
  | 'add-link'
  | 'suggestions'
  | 'published'
  | 'add-picture'

/** Moves the focus to a place. @returns `false` if it is not on screen, so that the focus stays where it is. */
export function focusPlace(place: FocusPlace): boolean {
  const element = document.querySelector<HTMLElement>(`[data-focus-place="${place}"]`)
  element?.focus()
  return element !== null && element === document.activeElement
}

/** How long a story may take to show the place that a key asked for, in milliseconds. */
const PATIENCE = 2000

/**
 * Moves the focus to a place as soon as it is on screen: a story that was just opened is still being read. Another key,
 * or the focus going elsewhere, calls it off.
 */
export function focusPlaceSoon(place: FocusPlace): void {
  const from = document.activeElement
  const until = performance.now() + PATIENCE
  let isOff = false
  const callOff = () => {
    isOff = true
  }
  const attempt = () => {
    const isOver = isOff || document.activeElement !== from || performance.now() > until
    if (isOver || focusPlace(place)) document.removeEventListener('keydown', callOff, true)
    else requestAnimationFrame(attempt)
  }
  document.addEventListener('keydown', callOff, true)
  attempt()
}

/** Whether keys typed there are text: single-key commands must leave them alone. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !NOT_TEXT.has(target.type)
}

/** Whether a text field holds something that was typed and not yet settled; it says so by `data-typing`. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.hasAttribute('data-typing')

const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file'])
