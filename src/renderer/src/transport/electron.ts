import type { Method, Params, Replies, Transport } from '#shared/contract/contract'
import type { HostEvent } from '#shared/contract/host-event'
import type { LibraryEvent } from '#shared/library/library-state'

/** What the preload offers to the page. */
export type Bridge = {
  call(method: string, params: unknown): Promise<unknown>
  subscribe(listener: (event: unknown) => void): () => void
}

/** Reaches the library over Electron IPC. The main process checks every request and makes every answer. */
export function electronTransport(bridge: Bridge): Transport {
  return {
    call: <M extends Method>(method: M, params: Params<M>) =>
      bridge.call(method, params) as Promise<Replies[M]>,
    subscribe: (listener) =>
      bridge.subscribe((event) => {
        if (!isOfHost(event)) listener(event as LibraryEvent)
      }),
    connection: {
      subscribe(listener) {
        listener('open')
        return () => {}
      }
    },
    host: {
      kind: 'desktop',
      subscribe: (listener) =>
        bridge.subscribe((event) => {
          if (isOfHost(event)) listener(event)
        })
    }
  }
}

/** Events of the library are numbered, those of the host have a kind. */
const isOfHost = (event: unknown): event is HostEvent =>
  typeof event === 'object' && event !== null && 'kind' in event
