import type { Transport } from '#shared/contract/contract'
import { type Bridge, electronTransport } from './electron'
import { websocketTransport } from './websocket'

declare global {
  interface Window {
    /** Only in Electron, put there by the preload. */
    readonly storydesk?: Bridge
  }
}

/** The way to the library that this window has: Electron's own, else the host that served the page. */
export function connectTransport(window: Window): Transport {
  if (window.storydesk !== undefined) return electronTransport(window.storydesk)
  const address = new URL('ws', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  address.search = ''
  address.hash = ''
  return websocketTransport(address.href)
}
