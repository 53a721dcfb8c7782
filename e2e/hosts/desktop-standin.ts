import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { type StandinMain, startStandin } from '../../test/standin-main'
import type { HostStart, RunningHost } from './host'
import { environment, root } from './project'

/** Where the browser believes the desk to be, for it does not know `app://`. Nobody can have this name. */
const PAGE_ORIGIN = 'https://storydesk.invalid'
const APP_ORIGIN = 'app://storydesk'

/**
 * Runs the built desktop app without Electron: its main process in a Node of its own with a stand-in for the
 * `electron` module, its page and its preload in the test's browser. Requests of the page's protocol and messages
 * between both are carried by hand.
 */
export async function startDesktopStandin(
  browser: Browser,
  { folder, appData, prepare }: HostStart
): Promise<RunningHost> {
  const standin = await mkdtemp(join(tmpdir(), 'storydesk-electron-'))
  const main = await startStandin(root, { standin, folder, env: environment(appData) })
  const page = await browser.newPage()
  await prepare(page)
  await carryRequests(page, main)
  await carryMessages(page, main)
  await page.goto(`${PAGE_ORIGIN}/`)
  return {
    page,
    shell: {
      choose: (...path) => expect.poll(() => main.ask({ kind: 'choose', path })).toBe(true),
      drop: (dropped) => drop(page, dropped)
    },
    async close() {
      await page.close()
      const code = await main.end()
      await rm(standin, { recursive: true })
      if (code !== 0) throw new Error(`The main process ended with ${code}: ${main.complaints()}`)
    }
  }
}

/** Answers the page's requests as `app://storydesk` would. */
async function carryRequests(page: Page, main: StandinMain): Promise<void> {
  await page.route(`${PAGE_ORIGIN}/**`, async (route) => {
    const request = route.request()
    const url = request.url().replace(PAGE_ORIGIN, APP_ORIGIN)
    const answer = await main.ask({ kind: 'fetch', url, method: request.method() })
    const { status, headers, body } = answer as {
      readonly status: number
      readonly headers: Record<string, string>
      readonly body: Uint8Array
    }
    await route.fulfill({ status, headers, body: Buffer.from(body) })
  })
}

/** Runs the built preload in the page with what a sandboxed preload has, and carries its messages. */
async function carryMessages(page: Page, main: StandinMain): Promise<void> {
  await page.exposeBinding('standinInvoke', ({ frame }, channel: string, args: unknown[]) => {
    const origin = new URL(frame.url()).origin.replace(PAGE_ORIGIN, APP_ORIGIN)
    return main.ask({
      kind: 'invoke',
      channel,
      args,
      frame: frame === page.mainFrame() ? null : { origin, url: frame.url() },
      origin
    })
  })
  main.onSent((channel, message) => {
    // The page may be going away just now.
    page.evaluate(emit, [channel, message] as const).catch(() => {})
  })
  const preload = await readFile(join(root, 'out/preload/index.cjs'), 'utf8')
  await page.addInitScript(`{
    const listeners = new Map()
    const ipcRenderer = {
      invoke: (channel, ...args) => standinInvoke(channel, args),
      on: (channel, listener) => listeners.set(listener, channel),
      off: (channel, listener) => listeners.delete(listener)
    }
    const contextBridge = { exposeInMainWorld: (name, api) => { globalThis[name] = api } }
    const webUtils = { getPathForFile: () => globalThis.standinPath ?? '' }
    globalThis.standinEmit = (channel, message) => {
      for (const [listener, at] of [...listeners]) if (at === channel) listener({}, message)
    }
    const require = (name) => {
      if (name === 'electron') return { contextBridge, ipcRenderer, webUtils }
      throw new Error('module not found: ' + name)
    }
    const run = (exports, module, require) => { ${preload}\n }
    run({}, {}, require)
  }`)
}

/** Drops a folder as the browser itself does, so that the page cannot tell it from a person's. */
async function drop(page: Page, folder: string): Promise<void> {
  await page.evaluate((path) => Object.assign(globalThis, { standinPath: path }), folder)
  const input = await page.context().newCDPSession(page)
  const data = { items: [], files: [folder], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await input.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
  await input.detach()
}

/** Runs in the page. */
function emit([channel, message]: readonly [string, unknown]): void {
  const { standinEmit } = globalThis as unknown as {
    readonly standinEmit?: (channel: string, message: unknown) => void
  }
  standinEmit?.(channel, message)
}
