import { useEffect, useRef } from 'react'
import { useDeskState } from './desk-context'
import { focusPlace } from './focus-place'

/**
 * Gives the focus to the list when what had it went away with its story, so that the keys go on from the story that is
 * open now.
 */
export function useCaughtFocus(): void {
  const last = useRef<Element | null>(null)
  const current = useDeskState(
    (desk) => desk.view,
    (view) => view.current
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another story takes a field away
  useEffect(() => {
    if (document.activeElement === document.body && last.current?.isConnected === false)
      focusPlace('list')
  }, [current])
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
}
