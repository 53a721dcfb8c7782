/** Something that can be listened to. */
export type Subscribable<T> = {
  /** @returns a function that stops the subscription. Calling it twice does no harm. */
  subscribe(listener: (value: T) => void): () => void
}

/** Hands every emitted value to all listeners, in the order in which they subscribed. */
export type Emitter<T> = Subscribable<T> & { emit(value: T): void }

export function createEmitter<T>(): Emitter<T> {
  const listeners = new Set<{ readonly call: (value: T) => void }>()
  return {
    subscribe(call) {
      // Wrapped, so that one function subscribed twice counts twice.
      const listener = { call }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    emit(value) {
      for (const { call } of [...listeners]) call(value)
    }
  }
}
