import { useEffect } from 'react'
import { useDeskState } from './desk-context'
import { focusPlace } from './focus-place'

/** Puts the focus on the list as soon as it can be used, unless an editor has put it somewhere already. */
export function useFirstFocus(): void {
  const hasList = useDeskState(
    (desk) => desk.library,
    ({ app, stories }) => app === 'ready' && stories.size > 0
  )
  useEffect(() => {
    if (hasList && document.activeElement === document.body) focusPlace('list')
  }, [hasList])
}
