import type { RawData, WebSocket } from 'ws'
import * as z from 'zod'
import type { Subscribable } from '#shared/emitter'
import type { LibraryEvent } from '#shared/library/library-state'
import { BadRequest, dispatch, type Handlers } from '../dispatch'
import type { Log } from '../log'

/** The browser tabs that show the desk. */
export type Tabs = {
  /** Serves a tab until it goes away. Whether it may be served was decided before. */
  add(tab: WebSocket): void
  /** Resolves when no tab has been there for so long, in milliseconds. */
  idle(milliseconds: number): Promise<void>
  /** Answers what was asked so far, says goodbye to every tab and waits until all are gone. */
  close(): Promise<void>
}

type TabsParts = {
  readonly handlers: Handlers
  readonly events: Subscribable<LibraryEvent>
  readonly log: Log
  /** How often a tab must show that it is still there, in milliseconds; usually every 30 s. */
  readonly heartbeat?: number
}

const Frame = z.object({ id: z.int(), method: z.string(), params: z.unknown() })

/** What may wait for a tab that does not read, in bytes; a snapshot of 100,000 stories fits. */
const MAX_WAITING = 64 * 1024 * 1024
/** What one tab may ask before it is answered: far more than a desk does, and little enough to be held. */
const MOST_ASKED = 2000
/** A tunnel that broke tells nobody. */
const HEARTBEAT = 30_000
/** How long a tab has to answer a goodbye, in milliseconds. */
const GOODBYE = 500

const GOING_AWAY = 1001
const POLICY_VIOLATION = 1008
const TRY_AGAIN_LATER = 1013

/**
 * Connects browser tabs to the library. A frame `{ id, method, params }` is answered with `{ id, reply }`, or with
 * `{ id, error }` if the request breaks the contract (`bad-request`) or met a bug (`failed`); every tab gets every
 * event as `{ event }`. A tab that does not speak frames is closed, and so is one that reads too slowly or asks too
 * much at once: when it connects again it starts from a new snapshot. One that shows no sign of life is given up.
 */
export function createTabs({ handlers, events, log, heartbeat = HEARTBEAT }: TabsParts): Tabs {
  const tabs = new Set<WebSocket>()
  const alive = new WeakSet<WebSocket>()
  const asked = new WeakMap<WebSocket, number>()
  const answering = new Set<Promise<void>>()
  let closing = false
  let onEmpty = (): void => {}
  let onTab = (): void => {}

  function send(tab: WebSocket, message: string): void {
    if (tab.readyState !== tab.OPEN) return
    if (tab.bufferedAmount > MAX_WAITING) {
      log.warn('Closed a tab that reads too slowly')
      tab.close(TRY_AGAIN_LATER)
    } else {
      tab.send(message)
    }
  }

  function receive(tab: WebSocket, data: RawData): void {
    if (closing || tab.readyState !== tab.OPEN) return
    const waiting = (asked.get(tab) ?? 0) + 1
    if (waiting > MOST_ASKED) {
      log.warn('Closed a tab that asks too much at once')
      tab.close(TRY_AGAIN_LATER)
      return
    }
    asked.set(tab, waiting)
    const answered = answer(tab, data)
    answering.add(answered)
    void answered.finally(() => {
      answering.delete(answered)
      asked.set(tab, (asked.get(tab) ?? 1) - 1)
    })
  }

  async function answer(tab: WebSocket, data: RawData): Promise<void> {
    const frame = parseFrame(String(data))
    if (frame === null) {
      log.warn('Closed a tab that does not speak our frames')
      return tab.close(POLICY_VIOLATION)
    }
    const { id, method, params } = frame
    try {
      send(tab, JSON.stringify({ id, reply: await dispatch(handlers, method, params) }))
    } catch (cause) {
      log.error(`A request of a tab failed: ${method.slice(0, 100)}`, cause)
      const error = cause instanceof BadRequest ? 'bad-request' : 'failed'
      send(tab, JSON.stringify({ id, error }))
    }
  }

  const unsubscribe = events.subscribe((event) => {
    if (tabs.size === 0) return
    const message = JSON.stringify({ event })
    for (const tab of tabs) send(tab, message)
  })

  const beating = setInterval(() => {
    for (const tab of tabs) {
      if (!alive.delete(tab)) tab.terminate()
      else tab.ping()
    }
  }, heartbeat).unref()

  return {
    add(tab) {
      tabs.add(tab)
      onTab()
      alive.add(tab)
      tab.on('pong', () => alive.add(tab))
      tab.on('message', (data) => receive(tab, data))
      tab.on('error', (cause) => log.warn('A tab broke the protocol', cause))
      tab.on('close', () => {
        tabs.delete(tab)
        if (tabs.size === 0) onEmpty()
      })
    },
    idle: (milliseconds) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined
        onTab = () => clearTimeout(timer)
        onEmpty = () => {
          timer = setTimeout(resolve, milliseconds)
        }
        if (tabs.size === 0) onEmpty()
      }),
    async close() {
      closing = true
      clearInterval(beating)
      await Promise.all(answering)
      unsubscribe()
      await Promise.all([...tabs].map(sayGoodbye))
    }
  }
}

function sayGoodbye(tab: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => tab.terminate(), GOODBYE)
    tab.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
    tab.close(GOING_AWAY)
  })
}

function parseFrame(text: string): z.infer<typeof Frame> | null {
  try {
    return Frame.parse(JSON.parse(text))
  } catch {
    return null
  }
}
