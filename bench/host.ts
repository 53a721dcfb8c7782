import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { WebSocket } from 'ws'
import { CALL } from '../src/shared/contract/channels'
import type { LibraryEvent, LibrarySnapshot } from '../src/shared/library/library-state'
import type { Story } from '../src/shared/story/story'
import { startStandin } from '../test/standin-main'
import { generateLibrary } from './generate'

/** How often a request may take as long as a bare echo over the same kind of connection, in the middle. */
const BUDGET = 4
const TABS = 20
const CHANGES = 10_000
const STORIES = 500
/** Megabytes that the host may hold more after the second half of the changes than after the first. */
const MOST_GROWTH = 60

type Frame = { readonly id?: number; readonly reply?: unknown; readonly event?: LibraryEvent }

/** One browser tab: it asks one thing after the other, and keeps its rows as the desk does. */
async function openTab(address: string, cookie: string) {
  const { host, origin } = new URL(address)
  const socket = new WebSocket(`ws://${host}/ws`, { headers: { cookie, origin } })
  const rows = new Map<string, Story>()
  let waiting = (_reply: unknown): void => {}
  let id = 0
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame
    for (const story of frame.event?.saved ?? []) rows.set(story.id, story)
    if (frame.id === id) waiting(frame.reply)
  })
  await once(socket, 'open')
  const call = (method: string, params: unknown): Promise<unknown> =>
    new Promise((done) => {
      waiting = done
      id += 1
      socket.send(JSON.stringify({ id, method, params }))
    })
  const { stories } = (await call('library.open', null)) as LibrarySnapshot
  for (const story of stories) rows.set(story.id, story)
  return { call, rows, close: () => socket.close() }
}

async function startHost(folder: string, appData: string) {
  const cli = new URL('../../../../out/main/cli.js', import.meta.url).pathname
  const args = [cli, 'open', folder, '--browser', '--no-open', '--port', '0']
  const host = spawn(process.execPath, args, {
    env: { ...process.env, STORYDESK_DATA: appData },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const [line] = await once(host.stdout, 'data')
  const address = /http:\S+/.exec(String(line))?.[0] ?? ''
  const signedIn = await fetch(address, { redirect: 'manual' })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { host, address, cookie }
}

/** What a bare echo takes, by a server in a thread of its own. */
async function startEcho() {
  const ws = JSON.stringify(import.meta.resolve('ws'))
  const code = `import(${ws}).then(({ WebSocketServer }) => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
    server.on('connection', (socket) => socket.on('message', (data) => socket.send(String(data))))
    server.on('listening', () => require('node:worker_threads').parentPort.postMessage(server.address().port))
  })`
  const worker = new Worker(code, { eval: true })
  const [port] = await once(worker, 'message')
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await once(socket, 'open')
  return {
    async ask(text: string) {
      socket.send(text)
      await once(socket, 'message')
    },
    async end() {
      socket.terminate()
      await worker.terminate()
    }
  }
}

/** The same over messages between two processes, which is what carries the desktop's window in its stand-in. */
async function startChildEcho(folder: string) {
  const file = join(folder, 'echo.mjs')
  writeFileSync(file, 'process.on("message", (message) => process.send(message))\n')
  const child = fork(file, { serialization: 'advanced' })
  return {
    async ask(message: object) {
      child.send(message)
      await once(child, 'message')
    },
    end: () => child.kill()
  }
}

async function median(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 3000; round += 1) {
    const start = performance.now()
    await ask()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[times.length / 2] ?? 0
}

async function roundTrips(address: string, cookie: string): Promise<boolean> {
  const echo = await startEcho()
  const tab = await openTab(address, cookie)
  const text = JSON.stringify({ id: 1, method: 'history.undo', params: null })
  const floor = await median(() => echo.ask(text))
  const browser = await median(() => tab.call('history.undo', null))
  await echo.end()
  tab.close()
  return judge('a request in the browser host against an echo', browser, floor)
}

/** A request of the desktop's window; Electron itself, which is not here, is neither in it nor in the floor. */
async function desktopRoundTrips(folder: string): Promise<boolean> {
  const standin = join(folder, 'standin')
  mkdirSync(standin)
  const library = join(folder, 'library')
  const env = { ...process.env, STORYDESK_DATA: join(folder, 'desktop-data') }
  const main = await startStandin(new URL('../../../..', import.meta.url).pathname, {
    standin,
    folder: library,
    env
  })
  const args = ['history.undo', null]
  const question = { kind: 'invoke', channel: CALL, args, frame: null, origin: 'app://storydesk' }
  await main.ask({ ...question, args: ['library.refresh', null] })
  const echo = await startChildEcho(folder)
  const floor = await median(() => echo.ask({ id: 1, ...question }))
  const desktop = await median(() => main.ask(question))
  echo.end()
  await main.end()
  return judge('a request in the stand-in of the desktop window against an echo', desktop, floor)
}

function judge(what: string, time: number, floor: number): boolean {
  const ratio = time / floor
  const isGood = ratio <= BUDGET
  const times = `${(time * 1000).toFixed(0)} µs against ${(floor * 1000).toFixed(0)} µs`
  console.log(
    `${isGood ? 'ok  ' : 'MISS'} ${what}: ${ratio.toFixed(2)} x, ${times} (at most ${BUDGET} x)`
  )
  return isGood
}

/** Many tabs, and every one of them must end with the rows that are on disk. */
async function load(host: ChildProcess, address: string, cookie: string): Promise<boolean> {
  const tabs = await Promise.all(Array.from({ length: TABS }, () => openTab(address, cookie)))
  const ids = [...(tabs[0]?.rows.values() ?? [])].filter((row) => row.problem === null)
  const start = performance.now()
  const memory: number[] = []
  for (const half of [0, 1]) {
    await Promise.all(tabs.map((tab, at) => changeSome(tab, at, half, ids)))
    memory.push(megabytesOf(host))
  }
  const seconds = (performance.now() - start) / 1000
  const truth = (await openTab(address, cookie)).rows
  const lost = tabs.flatMap(({ rows }) =>
    ids.filter(({ id }) => rows.get(id)?.quality !== truth.get(id)?.quality)
  )
  const growth = (memory[1] ?? 0) - (memory[0] ?? 0)
  const isGood = lost.length === 0 && growth <= MOST_GROWTH
  console.log(
    `${isGood ? 'ok  ' : 'MISS'} ${TABS} tabs, ${CHANGES} changes in ${seconds.toFixed(1)} s: ${lost.length} lost, ` +
      `${memory.map((mb) => mb.toFixed(0)).join(' MB, then ')} MB (at most ${MOST_GROWTH} MB more)`
  )
  for (const tab of tabs) tab.close()
  return isGood
}

type Tab = Awaited<ReturnType<typeof openTab>>

/** Each tab changes stories of its own, so that the last change of each is known. */
async function changeSome(tab: Tab, at: number, half: number, all: readonly Story[]) {
  const own = all.filter((_, index) => index % TABS === at)
  const count = CHANGES / TABS / 2
  for (let turn = 0; turn < count; turn += 1) {
    const id = own[turn % own.length]?.id
    const change = { kind: 'set', field: 'quality', value: half * count + turn }
    await tab.call('story.change', { id, change, fold: null })
  }
}

/** Resident memory; 0 where the system does not say. */
function megabytesOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'storydesk-bench-'))
const library = join(scratch, 'library')
generateLibrary(library, { stories: STORIES, links: 5 })
const { host, address, cookie } = await startHost(library, join(scratch, 'data'))
const results = [
  await roundTrips(address, cookie),
  await desktopRoundTrips(scratch),
  await load(host, address, cookie)
]
host.kill('SIGTERM')
await once(host, 'exit')
rmSync(scratch, { recursive: true })
process.exitCode = results.every(Boolean) ? 0 : 1
