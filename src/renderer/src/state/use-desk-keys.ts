import { useEffect } from 'react'
import { runCommand } from './command'
import { CHORD_COMMANDS, DESK_COMMANDS, TRAVEL_COMMANDS } from './commands-desk'
import { runListCommand } from './commands-list'
import type { Desk } from './desk'
import { isTyping, takesText } from './focus-place'
import { endSequence, takeSequence } from './key-sequence'
import { meantKey } from './single-keys'
import { createStrayKeys } from './stray-keys'

/** Carries out the keys that work anywhere. Nothing single acts while text is typed or something lies above the desk. */
export function useDeskKeys(desk: Desk): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return
      if (isCovered()) return
      const isText = takesText(event.target)
      // Without any focus, and where a list without rows has it, the keys of the list are what is meant.
      const isNowhere = event.target instanceof Element && event.target.matches(NOWHERE)
      const commands = [
        ...CHORD_COMMANDS,
        ...(isText ? [] : DESK_COMMANDS),
        ...(isText && isTyping(event.target) ? [] : TRAVEL_COMMANDS)
      ]
      const isTaken =
        runCommand(commands, desk, event) || (isNowhere && runListCommand(desk, event))
      if (isTaken) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [desk])
  useEffect(() => watchKeys(desk), [desk])
}

/** Sees each key before anything else does. @returns what ends that. */
function watchKeys(desk: Desk): () => void {
  const keys = createStrayKeys()
  function onKeyDown(event: KeyboardEvent) {
    const field = takesText(event.target) && event.target instanceof Node ? event.target : null
    const isStray = keys.isStray(event, field, event.timeStamp)
    const meant = isStray ? null : meantHere(event, desk)
    if (meant === event.key && !isSequence(event, desk)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (meant !== null && meant !== event.key) press(meant, event)
  }
  function onPointerDown() {
    keys.forget()
    endSequence(desk)
  }
  document.addEventListener('keydown', onKeyDown, true)
  document.addEventListener('pointerdown', onPointerDown, true)
  return () => {
    document.removeEventListener('keydown', onKeyDown, true)
    document.removeEventListener('pointerdown', onPointerDown, true)
  }
}

/** Whether a key belongs to the one before it, or waits for the next: then nothing else may take it. */
const isSequence = (event: KeyboardEvent, desk: Desk): boolean =>
  !takesText(event.target) && !isCovered() && takeSequence(desk, event)

/** What a key means on the desk; where text is typed or something lies above the desk, it means itself. */
function meantHere(event: KeyboardEvent, desk: Desk): string | null {
  const { target, isTrusted, key } = event
  const isElsewhere = !isTrusted || takesText(target) || isCovered()
  // The space bar also presses buttons.
  const isButton = key === ' ' && target instanceof Element && !target.matches(SPACE_ACTS)
  return isElsewhere || isButton ? key : meantKey(event, desk.settings.getState())
}

const NOWHERE = 'body, [data-focus-place="list"]'
const SPACE_ACTS = `${NOWHERE}, [role="grid"], [role="row"]`

/** Presses another key at the same place. */
function press(key: string, { target, shiftKey }: KeyboardEvent): void {
  target?.dispatchEvent(
    new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true })
  )
}

/** Whether something lies above the desk that has the keys for itself; what is fading away has them no more. */
export const isCovered = (): boolean => document.querySelector(COVERS) !== null

const COVERS = ':is([role="dialog"], [role="menu"]):not([data-exiting], [data-exiting] *)'
