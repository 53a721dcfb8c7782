import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { CALL } from '../src/shared/contract/channels'
import type { Method, Params, Replies } from '../src/shared/contract/contract'
import type { LibraryState } from '../src/shared/library/library-state'

const root = join(import.meta.dirname, '..')
const builtMain = join(root, 'out/main/index.js')
export const builtPreload = join(root, 'out/preload/index.cjs')

/** How the test differs from a first start with no folder. */
type Start = {
  /** What the person wrote after the program's name. */
  readonly args?: readonly string[]
  readonly otherInstanceRuns?: boolean
  /** A folder that an earlier start has used. */
  readonly appData?: string
  /** The screens' areas for windows. */
  readonly screens?: typeof import('./fake-electron')['outside']['screens']
}

/**
 * Runs the built main process in a stand-in Electron, up to the point where Electron is ready.
 *
 * @returns the stand-in, and a way to ask the main process as the desk's page does.
 */
export async function startDesktop(start: Start = {}) {
  const { args = [], otherInstanceRuns = false } = start
  if (!existsSync(builtMain)) throw new Error('There is no build to test: run npm run build first.')
  const appData = start.appData ?? (await mkdtemp(join(tmpdir(), 'storydesk-')))
  vi.stubEnv('STORYDESK_DATA', appData)
  const { argv } = process
  process.argv = [process.execPath, root, ...args]
  vi.resetModules()
  const { app, outside } = await import('./fake-electron')
  onTestFinished(async () => {
    await quit(app)
    process.argv = argv
    vi.unstubAllEnvs()
    await rm(appData, { recursive: true, force: true })
  })

  outside.otherInstanceRuns = otherInstanceRuns
  if (start.screens !== undefined) outside.screens = start.screens
  await import(builtMain)
  app.becomeReady()
  await Promise.resolve()

  const call = <M extends Method>(method: M, params: Params<M>) =>
    outside.invoke(CALL, [method, params]) as Promise<Replies[M]>
  /** Resolves when the library is as wanted, now or after one of its events. */
  async function until(isWanted: (state: LibraryState) => boolean): Promise<void> {
    const contents = outside.windows[0]?.webContents
    if (contents === undefined) throw new Error('There is no window')
    for (;;) {
      const next = once(contents, 'fake-sent')
      if (isWanted((await call('library.open', null)).state)) return
      await next
    }
  }

  return { app, outside, appData, call, until, quit: () => quit(app) }
}

type App = Awaited<typeof import('./fake-electron')>['app']

/** Resolves when the app is really gone, which may be long after it was asked to. */
function quit(app: App): Promise<void> {
  return new Promise((resolve) => {
    if (app.hasQuit) return resolve()
    app.once('quit', () => resolve())
    app.quit()
  })
}
