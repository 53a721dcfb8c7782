import { type KeyboardEvent, useState } from 'react'
import { assertNever } from '#shared/result'
import { focusPlace } from '../../state/focus-place'
import type { Move } from '../../state/link-ops'
import { linkKeyAction } from './link-keys'
import type { Typed } from './PositionCell'

/** What can be done with the link of a row, by its position (from 0). */
export type LinkActions = {
  readonly onMove: (index: number, move: Move) => void
  /** To a place counted from 1. */
  readonly onPlace: (index: number, place: number) => void
  readonly onRemove: (index: number) => void
  /** Gives it the score that fits its place. */
  readonly onFit: (index: number) => void
  /** Shows it beside what it repeats. */
  readonly onCompare: (index: number) => void
  /** Asks to which other story it shall go. */
  readonly onElsewhere: (index: number) => void
  /** Opens its page outside. */
  readonly onPage: (index: number) => void
  readonly onActive: (index: number) => void
  /** Takes the focus to another row, as far as there is one. */
  readonly onRow: (index: number, by: number) => void
  readonly onOpen: (index: number) => void
  readonly onClose: (index: number) => void
}

/** What the row of a link does with keys and focus, whether it is open or not. */
export function useLinkRow(actions: LinkActions, index: number, isOpen: boolean) {
  const [typed, onTyped] = useState<Typed | null>(null)
  const position = {
    typed,
    onTyped,
    onClose(isLeft: boolean) {
      onTyped(null)
      // The box goes away with the focus in it.
      if (!isLeft) actions.onRow(index, 0)
    },
    onPlace(place: number) {
      onTyped(null)
      actions.onPlace(index, place)
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const action = linkKeyAction(event, isOpen)
    if (action === null) return
    event.preventDefault()
    event.stopPropagation()
    switch (action.kind) {
      case 'move':
        return actions.onMove(index, action.move)
      case 'remove':
        return actions.onRemove(index)
      case 'position':
        return onTyped({ text: action.digit, isReplaced: false })
      case 'open':
        return actions.onOpen(index)
      case 'close':
        return actions.onClose(index)
      case 'fit':
        return actions.onFit(index)
      case 'compare':
        return actions.onCompare(index)
      case 'elsewhere':
        return actions.onElsewhere(index)
      case 'page':
        return actions.onPage(index)
      case 'add':
        focusPlace('add-link')
        return
      case 'row':
        return actions.onRow(index, action.by)
      case 'focus':
        return action.target.focus()
      default:
        return assertNever(action)
    }
  }

  return { position, handlers: { onKeyDown, onFocus: () => actions.onActive(index) } }
}
