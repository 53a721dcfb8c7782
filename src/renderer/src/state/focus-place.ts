/** A place that a key can take the focus to. An element is one by `data-focus-place`. */
export type FocusPlace =
  | 'list'
  | 'search'
  | 'title'
  | 'quality'
  | 'topics'
  | 'related'
  | 'add-link'
  | 'published'

/** Moves the focus to a place. @returns `false` if it is not on screen, so that the focus stays where it is. */
export function focusPlace(place: FocusPlace): boolean {
  const element = document.querySelector<HTMLElement>(`[data-focus-place="${place}"]`)
  element?.focus()
  return element !== null && element === document.activeElement
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
