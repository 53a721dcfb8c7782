import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Handlers } from '../src/main/dispatch'
import { createLog } from '../src/main/log'
import { createWindowFiles } from '../src/main/serving/window-files'
import { type BrowserHostOptions, serveBrowser } from '../src/main/web/serve-browser'
import { params } from '../src/shared/contract/contract'
import { createEmitter } from '../src/shared/emitter'
import type { LibraryEvent, LibraryState } from '../src/shared/library/library-state'

const state: LibraryState = {
  phase: 'open',
  folder: '/stories',
  unreadable: [],
  progress: { read: 0, total: 0 },
  undo: null,
  redo: null,
  watching: 'events',
  site: { url: '', baseurl: '' },
  vocabulary: []
}

export const anEvent = (revision: number): LibraryEvent => ({
  revision,
  source: 'disk',
  saved: [],
  removed: [],
  state
})

const bug = () => Promise.reject(new Error('a bug'))

/** An empty library that answers what these tests ask, and everything else with a bug. */
export const emptyLibrary: Handlers = {
  ...(Object.fromEntries(
    Object.keys(params).map((method) => [method, bug])
  ) as unknown as Handlers),
  'library.open': async () => ({ revision: 7, state, stories: [] }),
  'bulk.preview': async () => [],
  'bulk.change': async () => null,
  'bulk.cancel': async () => null,
  'versions.list': async () => [],
  'versions.read': () => Promise.reject(new Error('a bug')),
  'versions.restore': () => Promise.reject(new Error('a bug')),
  'review.set': async () => null,
  'history.undo': async () => null,
  'history.redo': async () => null
}

/** A browser host that really listens, with a renderer of one page and one picture. It ends with the test. */
export async function aBrowserHost(options: Partial<BrowserHostOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'storydesk-'))
  await mkdir(join(folder, 'renderer'))
  await writeFile(join(folder, 'renderer', 'index.html'), '<title>Storydesk</title>')
  await writeFile(join(folder, 'secret.html'), 'secret')
  await writeFile(join(folder, 'gauge.png'), 'a picture')

  const events = createEmitter<LibraryEvent>()
  const lines: string[] = []
  const host = await serveBrowser({
    handlers: emptyLibrary,
    events,
    files: createWindowFiles({
      rendererFolder: join(folder, 'renderer'),
      libraryFolder: () => folder
    }),
    log: createLog((line) => lines.push(line)),
    port: 0,
    seed: null,
    devServer: null,
    ...options
  })
  onTestFinished(async () => {
    await host.close()
    await rm(folder, { recursive: true })
  })
  const { port, origin, searchParams } = new URL(host.address)
  const token = searchParams.get('token') ?? ''
  return { host, events, lines, port: Number(port), origin, token }
}

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Sends a request byte for byte as given: unlike `fetch`, this tidies up neither path nor headers. */
export function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET'
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, agent: false }
    const asked = request({ ...options, headers: { host: `127.0.0.1:${port}`, ...headers } })
    asked.on('error', reject)
    asked.on('response', async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const body = Buffer.concat(chunks).toString()
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
    })
    asked.end()
  })
}

/** Opens the printed address as a browser does. @returns the cookie to send from now on. */
export async function signIn({ port, token }: { port: number; token: string }): Promise<string> {
  const { headers } = await ask(port, `/?token=${token}`)
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

/** A connected tab that hands out the frames it gets, one by one. */
export async function aTab(
  { port, origin }: { port: number; origin: string },
  cookie: string,
  headers: Readonly<Record<string, string>> = {}
) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, {
    headers: { cookie, origin, ...headers }
  })
  onTestFinished(() => socket.terminate())
  const waiting: ((frame: unknown) => void)[] = []
  const frames: unknown[] = []
  socket.on('message', (data) => {
    const frame: unknown = JSON.parse(String(data))
    const next = waiting.shift()
    if (next) next(frame)
    else frames.push(frame)
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  const status = await new Promise<number>((resolve, reject) => {
    socket.on('open', () => resolve(101))
    socket.on('unexpected-response', (request, response) => {
      request.destroy()
      resolve(response.statusCode ?? 0)
    })
    socket.on('error', reject)
  })
  return {
    socket,
    status,
    /** Frames that came and that nobody has looked at. */
    waiting: (): readonly unknown[] => frames,
    /** The code with which the other side said goodbye. */
    closed,
    next: () =>
      new Promise<unknown>((resolve) => {
        if (frames.length > 0) resolve(frames.shift())
        else waiting.push(resolve)
      }),
    send: (frame: unknown) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }
}
