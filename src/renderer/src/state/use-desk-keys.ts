import { useEffect } from 'react'
import { runCommand } from './command'
import { CHORD_COMMANDS, DESK_COMMANDS, TRAVEL_COMMANDS } from './commands-desk'
import { LIST_COMMANDS } from './commands-list'
import type { Desk } from './desk'
import { isTyping, takesText } from './focus-place'
import { createStrayKeys } from './stray-keys'

/** Carries out the keys that work anywhere. Nothing single acts while text is typed or something lies above the desk. */
export function useDeskKeys(desk: Desk): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return
      const isAbove = document.querySelector('[role="dialog"], [role="menu"]') !== null
      if (isAbove) return
      const isText = takesText(event.target)
      const isNowhere = event.target === document.body
      const commands = [
        ...CHORD_COMMANDS,
        ...(isText ? [] : DESK_COMMANDS),
        ...(isText && isTyping(event.target) ? [] : TRAVEL_COMMANDS),
        // Without any focus the keys of the list are what is meant.
        ...(isNowhere ? LIST_COMMANDS : [])
      ]
      if (runCommand(commands, desk, event)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [desk])
  useEffect(holdStrayKeys, [])
}

/** Sees each key before anything else does. @returns what ends that. */
function holdStrayKeys(): () => void {
  const keys = createStrayKeys()
  function onKeyDown(event: KeyboardEvent) {
    const field = takesText(event.target) && event.target instanceof Node ? event.target : null
    if (!keys.isStray(event, field, event.timeStamp)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('keydown', onKeyDown, true)
  document.addEventListener('pointerdown', keys.forget, true)
  return () => {
    document.removeEventListener('keydown', onKeyDown, true)
    document.removeEventListener('pointerdown', keys.forget, true)
  }
}
