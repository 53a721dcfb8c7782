import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { explainLibraryError } from '#shared/library/library-error'
import { aboutApp } from '../about-app'
import { appDataFolder } from '../app-data'
import { type AppSettingsFile, createAppSettings } from '../app-settings'
import { createFolderAccess } from '../folder-access'
import { createHandlers } from '../handlers'
import { createLibrary, type Library } from '../library/library'
import { listFolders } from '../library/list-folder'
import { createLog, type Log } from '../log'
import { createLogFile, type LogFile } from '../log-file'
import { createRecentFolders, type RecentFolders } from '../recent-folders'
import { sampleLibrary } from '../sample-library'
import { createWindowFiles } from '../serving/window-files'
import { explainBusy } from './listen'
import { openInBrowser } from './open-in-browser'
import { type BrowserHost, serveBrowser } from './serve-browser'
import { toldToEnd } from './told-to-end'

export type BrowserHostRun = {
  /** Where Storydesk is installed: `out/renderer` stands below it. */
  readonly root: string
  /** The library to open. */
  readonly folder: string
  /** The first port to try; 0 takes any free one. */
  readonly port: number
  /** Whether to show the desk in the person's browser. */
  readonly open: boolean
  /** Minutes without any tab after which it ends by itself; `null`: never. */
  readonly idle: number | null
  /** What to make the address and the cookie of, so that they outlast this host; without it they are new. */
  readonly seed?: string | null
  readonly env: NodeJS.ProcessEnv
  /** Takes one line for stdout (`say`) or stderr (`complain`). */
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

/**
 * Creates the browser host, says its address and serves until the person ends it; then pending writes are finished.
 *
 * @returns the exit code: 0 after a clean end, 2 if the folder or the port cannot be had.
 */
export async function runBrowserHost(run: BrowserHostRun): Promise<number> {
  const { env, say, complain } = run
  const appData = appDataFolder(env, process.platform, homedir())
  const logFile = createLogFile(appData, Date.now)
  const log = createLog((line) => {
    complain(line)
    logFile.write(line)
  })
  const appSettings = createAppSettings(appData, log)
  const library = createLibrary({ log, appData, keep: appSettings.keepLimits })
  const recent = createRecentFolders(appData, library, log)
  try {
    const opened = await library.open(resolve(run.folder))
    if (!opened.ok) {
      complain(explainLibraryError(opened.error))
      return 2
    }
    const host = await tryToServe(run, { library, recent, appSettings, logFile, log })
    if (host === null) return 2

    // Listened to first: whoever reads the line may answer it with a signal.
    const end = toldToEnd()
    say(`Storydesk is at ${host.address}`)
    if (run.open) openInBrowser(host.address, env, process.platform)
    const idle = run.idle === null ? [] : [host.idle(run.idle * 60_000)]
    await Promise.race([end, ...idle])
    await host.close()
    return 0
  } finally {
    await library.close()
    await recent.idle()
  }
}

type Served = {
  readonly library: Library
  readonly recent: RecentFolders
  readonly appSettings: AppSettingsFile
  readonly logFile: LogFile
  readonly log: Log
}

async function tryToServe(
  { root, folder, port, seed = null, env, complain }: BrowserHostRun,
  { library, recent, appSettings, logFile, log }: Served
): Promise<BrowserHost | null> {
  const home = homedir()
  const folders = createFolderAccess({
    start: home,
    roots: () => [home, resolve(folder)],
    choose: async () => ({ kind: 'unavailable' }),
    listFolders
  })
  const files = createWindowFiles({
    rendererFolder: join(root, 'out', 'renderer'),
    libraryFolder: () => library.snapshot().state.folder
  })
  const sample = () => sampleLibrary(root, env)
  const host = {
    ...aboutApp({ root, host: 'browser', library, appSettings, logFile, log }),
    showMenu: () => {},
    copy: null,
    unopened: () => null,
    reveal: async () => false
  }
  const handlers = createHandlers({ library, folders, recent, sample, appSettings, host })
  const devServer = env.ELECTRON_RENDERER_URL || null
  try {
    const { events } = library
    return await serveBrowser({ handlers, events, files, log, port, seed, devServer })
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    complain(explainBusy(port, String(cause.code)))
    return null
  }
}
