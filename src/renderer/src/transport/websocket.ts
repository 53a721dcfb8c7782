import type { Connection, Method, Params, Replies, Transport } from '#shared/contract/contract'
import { createEmitter } from '#shared/emitter'
import type { LibraryEvent } from '#shared/library/library-state'
import { backoff } from './backoff'

type Answer =
  | { readonly id: number; readonly reply: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly event: LibraryEvent }

type Waiting = { readonly resolve: (reply: unknown) => void; readonly reject: (why: Error) => void }

/**
 * Reaches the library over a WebSocket, and connects again by itself when it breaks.
 *
 * Requests made while the connection is being set up wait for it. Requests that were sent and not answered when it
 * breaks reject, carried out or not: whoever asked knows what to do, and nothing is asked twice behind their back.
 */
export function websocketTransport(address: string): Transport {
  const events = createEmitter<LibraryEvent>()
  const connection = createEmitter<Connection>()
  const waiting = new Map<number, Waiting>()
  const unsent: string[] = []
  let socket: WebSocket | null = null
  let attempts = 0
  let lastId = 0

  function connect(): void {
    const next = new WebSocket(address)
    let wasOpen = false
    socket = next
    next.onopen = () => {
      wasOpen = true
      attempts = 0
      connection.emit('open')
      for (const frame of unsent.splice(0)) next.send(frame)
    }
    next.onmessage = ({ data }) => receive(JSON.parse(String(data)) as Answer)
    next.onclose = () => void lose(next, wasOpen)
  }

  function receive(answer: Answer): void {
    if ('event' in answer) {
      events.emit(answer.event)
      return
    }
    const caller = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('reply' in answer) caller?.resolve(answer.reply)
    else caller?.reject(new Error(answer.error))
  }

  async function lose(closed: WebSocket, wasOpen: boolean): Promise<void> {
    if (socket !== closed) return
    unsent.length = 0
    const callers = [...waiting.values()]
    waiting.clear()
    for (const { reject } of callers)
      reject(new Error('The connection to Storydesk broke before the answer came.'))
    connection.emit(!wasOpen && (await isRefused(address)) ? 'refused' : 'broken')
    setTimeout(connect, backoff(attempts))
    attempts += 1
  }

  connect()
  return {
    call<M extends Method>(method: M, params: Params<M>): Promise<Replies[M]> {
      lastId += 1
      const id = lastId
      const frame = JSON.stringify({ id, method, params })
      if (socket?.readyState === WebSocket.OPEN) socket.send(frame)
      else unsent.push(frame)
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: (reply) => resolve(reply as Replies[M]), reject })
      })
    },
    subscribe: events.subscribe,
    connection: {
      subscribe(listener) {
        if (socket?.readyState === WebSocket.OPEN) listener('open')
        return connection.subscribe(listener)
      }
    },
    // A browser keeps its menus to itself.
    host: { kind: 'browser', subscribe: () => () => {} }
  }
}

/** How long a host may take to say that it does not know us, in milliseconds. */
const ANSWER_WITHIN = 2000

/** Browsers do not tell a page why a WebSocket was not opened, but they do of any other request. */
async function isRefused(address: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN)
    const asked = await fetch(address.replace(/^ws/, 'http'), { method: 'HEAD', signal })
    return asked.status === 401 || asked.status === 403
  } catch {
    return false
  }
}
