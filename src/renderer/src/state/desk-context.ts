import { createContext, useContext } from 'react'
import { type StoreApi, useStore } from 'zustand'
import type { Desk } from './desk'
import type { Hold } from './hold-drawing'

export const DeskContext = createContext<Desk | null>(null)

/** What the components inside wait for with drawing themselves anew; `null`: for nothing. */
export const HoldContext = createContext<Hold | null>(null)

/** This window's desk. @throws outside of `DeskContext`, which is a bug. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('There is no desk around this component')
  return desk
}

/** A part of one of the desk's stores; the component is drawn again when that part changes. */
export function useDeskState<S, T>(
  store: (desk: Desk) => Pick<StoreApi<S>, 'getState' | 'getInitialState' | 'subscribe'>,
  select: (state: S) => T
): T {
  const followed = store(useDesk())
  const hold = useContext(HoldContext)
  return useStore(hold === null ? followed : hold.around(followed), select)
}
