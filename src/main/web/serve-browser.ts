import { open } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { WebSocketServer } from 'ws'
import type { Subscribable } from '#shared/emitter'
import type { LibraryEvent } from '#shared/library/library-state'
import type { Handlers } from '../dispatch'
import type { Log } from '../log'
import { securityHeaders } from '../serving/security-headers'
import type { WindowFiles } from '../serving/window-files'
import { listen } from './listen'
import { createOwnRequests, type OwnRequests } from './own-requests'
import { createTabs } from './tabs'

export type BrowserHostOptions = {
  readonly handlers: Handlers
  readonly events: Subscribable<LibraryEvent>
  readonly files: WindowFiles
  readonly log: Log
  /** The first port to try; 0 takes any free one. */
  readonly port: number
  /** What to make the secrets of; `null`: new ones. */
  readonly seed: string | null
  /** Origin of the development server that serves the page instead of `files`, or `null`. */
  readonly devServer: string | null
  /** How often a tab must show that it is still there, in milliseconds; usually every 30 s. */
  readonly heartbeat?: number
}

export type BrowserHost = {
  /** What to open in a browser. It holds the token: whoever has it can edit the stories. */
  readonly address: string
  /** Resolves when no tab has been there for so long, in milliseconds. */
  idle(milliseconds: number): Promise<void>
  /** Says goodbye to all tabs and frees the port. */
  close(): Promise<void>
}

/** What a request may say, in bytes. */
const MAX_FRAME = 1024 * 1024

/**
 * Serves the desk to browsers on this machine, on 127.0.0.1 only. Nobody is answered who does not hold the token.
 *
 * @throws if the port and the 19 after it are taken, or the system refuses to listen.
 */
export async function serveBrowser(options: BrowserHostOptions): Promise<BrowserHost> {
  const { handlers, events, log, heartbeat } = options
  const server = createServer()
  const own = createOwnRequests(await listen(server, options.port), options.seed)
  const tabs = createTabs({ handlers, events, log, ...(heartbeat && { heartbeat }) })
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME,
    perMessageDeflate: false
  })

  server.on('request', createResponder(options, own))
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', (cause) => log.warn('A connection broke off', cause))
    if (request.url !== '/ws' || !own.isFromOwnPage(request) || !own.isSignedIn(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (tab) => tabs.add(tab))
  })

  return {
    address: own.address,
    idle: tabs.idle,
    async close() {
      const closed = closeServer(server)
      await tabs.close()
      server.closeAllConnections()
      await closed
    }
  }
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => void server.close(() => resolve()))

function createResponder({ files, log, devServer }: BrowserHostOptions, own: OwnRequests) {
  const headers = securityHeaders(own.origins.map((origin) => origin.replace('http:', 'ws:')))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('cache-control', 'no-store')
    if (!own.isForUs(request)) return say(response, 403, OWN_PAGES)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return say(response, 405, 'Only GET is answered here.')
    }

    const { pathname, token } = parseTarget(request.url ?? '')
    if (token !== null && pathname === '/' && own.isToken(token)) {
      return redirect(response.setHeader('set-cookie', own.cookie), devServer ?? '/')
    }
    if (token !== null || !own.isSignedIn(request)) return say(response, 403, SIGN_IN)
    if (devServer !== null && pathname === '/') return redirect(response, devServer)
    return sendFile(request, response, pathname)
  }

  async function sendFile(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string
  ): Promise<void> {
    const found = await files(pathname)
    const file = found && (await open(found.path).catch(() => null))
    if (!found || !file) return say(response, 404, 'There is nothing at this address.')

    response.writeHead(200, { 'content-type': found.type, ...found.headers })
    if (request.method === 'GET') return pipeline(file.createReadStream(), response)
    response.end()
    await file.close()
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((cause: unknown) => {
      log.warn('An answer broke off', cause)
      response.destroy()
    })
  }
}

const OWN_PAGES =
  'Storydesk answers its own pages only, at the address that it printed. A tunnel needs the same port at both ends.'
const SIGN_IN = 'Open Storydesk with the address that it printed when it started.'

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${sentence}\n`)
}

function redirect(response: ServerResponse, address: string): void {
  response.writeHead(303, { location: address })
  response.end()
}

/** Splits by hand: `new URL` would tidy the path up before it is judged. */
function parseTarget(target: string): { readonly pathname: string; readonly token: string | null } {
  const [pathname = '', ...query] = target.split('?')
  return { pathname, token: new URLSearchParams(query.join('?')).get('token') }
}
