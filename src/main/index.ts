import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, clipboard, screen, session, shell } from 'electron'
import type { HostEvent } from '#shared/contract/host-event'
import type { LibraryError } from '#shared/library/library-error'
import { aboutApp } from './about-app'
import { appDataFolder } from './app-data'
import { createAppSettings } from './app-settings'
import { APP_ORIGIN, registerAppScheme, serveAppProtocol } from './electron/app-protocol'
import { chooseFolder } from './electron/choose-folder'
import { giveContextMenus } from './electron/context-menu'
import { createDeskWindow } from './electron/desk-window'
import { finishBeforeQuit } from './electron/finish-before-quit'
import { folderArgument } from './electron/folder-argument'
import { denyPermissions, guardContents } from './electron/guard-contents'
import { createAppMenu } from './electron/menu'
import { serveWindow } from './electron/serve-window'
import { limitSpelling } from './electron/spelling'
import { surviveCrash } from './electron/survive-crash'
import { keepWindowState, readWindowState } from './electron/window-state'
import { createFolderAccess } from './folder-access'
import { createHandlers } from './handlers'
import { createLibrary } from './library/library'
import { listFolders } from './library/list-folder'
import { createLog } from './log'
import { createLogFile } from './log-file'
import { createAddressOpener } from './open-address'
import { createRecentFolders } from './recent-folders'
import { createStoryRevealer } from './reveal-story'
import { sampleLibrary } from './sample-library'
import { createWindowFiles } from './serving/window-files'

const out = join(import.meta.dirname, '..')
const appData = appDataFolder(process.env, process.platform, homedir())
const folder = folderArgument(process.argv, app.isPackaged, process.cwd())
/** Where `npm run dev` serves the page; a packaged app has no such thing. */
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

const userData = join(appData, 'window')
mkdirSync(userData, { recursive: true })
app.setPath('userData', userData)

// Not awaited: Electron becomes ready only after this module is through.
if (app.requestSingleInstanceLock({ folder })) start()
else app.quit()

function start(): void {
  const logFile = createLogFile(appData, Date.now)
  const log = createLog((line) => {
    process.stderr.write(`${line}\n`)
    logFile.write(line)
  })
  process.stderr.on('error', () => {}) // the terminal it was started from is gone
  const appSettings = createAppSettings(appData, log)
  const library = createLibrary({ log, appData, keep: appSettings.keepLimits })
  const recent = createRecentFolders(appData, library, log)
  const origin = devServer === undefined ? APP_ORIGIN : new URL(devServer).origin
  /** Windows may look into these; the person named each of them. */
  const granted = new Set([homedir()])
  let tell = (_: HostEvent): void => {} // until there is a window
  let unopened: LibraryError | null = null

  async function open(chosen: string): Promise<void> {
    granted.add(chosen)
    const opened = await library.open(chosen)
    if (opened.ok) return
    log.warn('The folder could not be opened', opened.error)
    unopened = opened.error
    tell({ kind: 'trouble' })
  }

  registerAppScheme()
  const openExternal = (address: string) => shell.openExternal(address)
  guardContents(devServer === undefined ? null : origin, createAddressOpener({ openExternal, log }))
  finishBeforeQuit(() => library.close().then(recent.idle))
  app.on('window-all-closed', () => app.quit())
  // A folder dropped on the app's icon, which may come before anything is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void open(path)
  })

  void app.whenReady().then(() => {
    denyPermissions(session.defaultSession)
    const { dictionaries } = appSettings.read().values
    limitSpelling(session.defaultSession, dictionaries, process.platform)
    const libraryFolder = () => library.snapshot().state.folder
    serveAppProtocol(createWindowFiles({ rendererFolder: join(out, 'renderer'), libraryFolder }))

    const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
    const window = createDeskWindow(
      join(out, 'preload', 'index.cjs'),
      readWindowState(userData, screens)
    )
    keepWindowState(window, userData)
    giveContextMenus(window)
    surviveCrash(window, log, Date.now)
    const choose = async () => {
      const choice = await chooseFolder(window)
      if (choice.kind === 'chosen') granted.add(choice.folder)
      return choice
    }
    const roots = () => [...granted]
    const folders = createFolderAccess({ start: homedir(), roots, choose, listFolders })
    // An installed app must stay as it was installed.
    const env = app.isPackaged ? { STORYDESK_SAMPLE_COPY: '1' } : process.env
    const sample = () => sampleLibrary(join(out, '..'), env)
    const menu = createAppMenu({
      platform: process.platform,
      onCommand: (name) => tell({ kind: 'command', name }),
      onFolder: (chosen) => tell({ kind: 'folder', folder: chosen }),
      folders: async () =>
        (await recent.list()).flatMap((each) => (each.isThere ? each.folder : [])),
      events: library.events
    })
    const reveal = createStoryRevealer({
      libraryFolder,
      show: (path) => shell.showItemInFolder(path)
    })
    const host = {
      unopened() {
        const told = unopened
        unopened = null
        return told
      },
      ...aboutApp({ root: join(out, '..'), host: 'desktop', library, appSettings, logFile, log }),
      showMenu: menu.show,
      copy: (text: string) => clipboard.writeText(text),
      reveal
    }
    const handlers = createHandlers({ library, folders, recent, sample, appSettings, host })
    const onDrop = (path: string) => {
      granted.add(path)
      tell({ kind: 'folder', folder: path })
    }
    tell = serveWindow(window, origin, { handlers, events: library.events, onDrop })
    app.on('second-instance', (_event, _argv, _workingFolder, data) => {
      if (window.isMinimized()) window.restore()
      window.focus()
      const wanted = (data as { readonly folder: string | null }).folder
      if (wanted !== null) void open(wanted)
    })

    void window.loadURL(devServer ?? `${APP_ORIGIN}/`)
    if (folder !== null) void open(folder)
  })
}
