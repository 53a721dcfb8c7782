import { type ReactNode, useMemo } from 'react'
import { useDeskState } from './state/desk-context'
import { capsNow } from './state/single-keys'
import { KeyNamesContext } from './ui/key-names'

/** Lets every hint below name the keys that the editor gave to the commands. */
export function KeyHints({ children }: { readonly children: ReactNode }) {
  const singleKeys = useDeskState(
    (desk) => desk.settings,
    (settings) => settings.singleKeys
  )
  const keys = useDeskState(
    (desk) => desk.settings,
    (settings) => settings.keys
  )
  const names = useMemo(
    () => (caps: readonly string[]) => capsNow(caps, { singleKeys, keys }),
    [singleKeys, keys]
  )
  return <KeyNamesContext value={names}>{children}</KeyNamesContext>
}
