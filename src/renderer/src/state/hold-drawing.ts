import type { StoreApi } from 'zustand'

type Followed<S> = Pick<StoreApi<S>, 'getState' | 'getInitialState' | 'subscribe'>

/** Lets what lies under a screen wait with drawing itself anew until that screen is gone. */
export type Hold = {
  /** The same store for what is to wait; always the same object for the same store. */
  around<S>(store: Followed<S>): Followed<S>
  hold(): void
  /** Tells each listener once that something changed meanwhile, if it did. */
  release(): void
}

export function createHold(): Hold {
  const stores = new WeakMap<object, unknown>()
  const waiting = new Set<() => void>()
  let isHeld = false

  function wrapped<S>(store: Followed<S>): Followed<S> {
    return {
      getState: store.getState,
      getInitialState: store.getInitialState,
      subscribe(listener) {
        let last = store.getState()
        const tell = (): void => {
          const before = last
          last = store.getState()
          listener(last, before)
        }
        const stop = store.subscribe(() => {
          if (isHeld) waiting.add(tell)
          else tell()
        })
        return () => {
          stop()
          waiting.delete(tell)
        }
      }
    }
  }

  return {
    around<S>(store: Followed<S>) {
      const known = stores.get(store) as Followed<S> | undefined
      if (known !== undefined) return known
      const made = wrapped(store)
      stores.set(store, made)
      return made
    },
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
      const late = [...waiting]
      waiting.clear()
      for (const tell of late) tell()
    }
  }
}
