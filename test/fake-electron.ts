import { EventEmitter } from 'node:events'

/** A page's frame, as far as a sender check can look at it. */
export type FakeFrame = { readonly origin: string; readonly url: string }

type Rectangle = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export class FakeContents extends EventEmitter {
  mainFrame: FakeFrame = { origin: 'null', url: 'about:blank' }
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  readonly sent: (readonly [channel: string, message: unknown])[] = []

  readonly corrected: string[] = []
  replaceMisspelling(word: string): void {
    this.corrected.push(word)
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }

  send(channel: string, message: unknown): void {
    // As Electron does: what cannot be cloned cannot be sent.
    const copy: unknown = structuredClone(message)
    this.sent.push([channel, copy])
    this.emit('fake-sent', channel, copy)
  }

  /** Lets the page try to go somewhere. @returns whether it got away. */
  tries(event: string, url: string): boolean {
    let allowed = true
    this.emit(event, { url, preventDefault: () => (allowed = false) })
    return allowed
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly options: Partial<Rectangle> & {
    readonly webPreferences?: Readonly<Record<string, unknown>>
  }
  readonly loaded: string[] = []
  reloads = 0
  isLarge = false
  #isDestroyed = false
  focused = 0

  constructor(options: BrowserWindow['options']) {
    super()
    mustBeReady('new BrowserWindow')
    this.options = options
    outside.windows.push(this)
    outside.order.push('window')
    app.emit('web-contents-created', {}, this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    outside.order.push('load')
    const { protocol, host } = new URL(url)
    this.webContents.mainFrame = { origin: `${protocol}//${host}`, url }
  }

  getNormalBounds(): Rectangle {
    const { x = 100, y = 100, width = 0, height = 0 } = this.options
    return { x, y, width, height }
  }
  maximize(): void {
    this.isLarge = true
  }
  isMaximized(): boolean {
    return this.isLarge
  }
  reload(): void {
    this.reloads += 1
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {}
  focus(): void {
    this.focused += 1
  }

  close(): void {
    this.emit('close')
    this.#isDestroyed = true
    this.emit('closed')
    app.emit('window-all-closed')
  }
}

type PermissionHandler = (contents: null, name: string, decide: (allowed: boolean) => void) => void

export class FakeApp extends EventEmitter {
  readonly isPackaged = false
  hasQuit = false
  readonly paths = new Map<string, string>()
  #ready = false
  #readiness = new Promise<void>((resolve) => this.once('ready', resolve))

  isReady(): boolean {
    return this.#ready
  }
  whenReady(): Promise<void> {
    return this.#readiness
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }
  requestSingleInstanceLock(data: unknown): boolean {
    outside.lockData = data
    return !outside.otherInstanceRuns
  }

  quit(): void {
    for (const window of outside.windows) if (!window.isDestroyed()) window.close()
    let prevented = false
    this.emit('will-quit', { preventDefault: () => (prevented = true) })
    if (prevented) return
    this.hasQuit = true
    outside.order.push('quit')
    this.emit('quit')
  }

  /** Electron has started up. */
  becomeReady(): void {
    this.#ready = true
    this.emit('ready')
  }
}

type Outside = {
  otherInstanceRuns: boolean
  lockData: unknown
  readonly windows: BrowserWindow[]
  /** What happened, in order. */
  readonly order: string[]
  /** Addresses that the system was asked to open. */
  readonly opened: string[]
  /** Files that the system was asked to show in their folders. */
  readonly revealed: string[]
  /** The folder that the person chooses next; `null`: they cancel. */
  folderChosen: string | null
  /** The button of a message that the person presses next. */
  buttonPressed: number
  /** Messages shown. */
  readonly messages: string[]
  /** What the person has copied. */
  copied: string | null
  /** The screens' areas for windows. */
  screens: readonly Rectangle[]
  /** The context menu that is shown. */
  popup: readonly FakeMenuItem[]
  menu: readonly FakeMenuItem[]
  readonly schemes: Map<string, Readonly<Record<string, unknown>>>
  permission: PermissionHandler | null
  permissionCheck: (() => boolean) | null
  /** The languages whose dictionaries may be loaded; `null`: those of the system. */
  spelling: readonly string[] | null
  devicePermission: (() => boolean) | null
  /** Asks the app's own protocol. */
  fetch(url: string, method?: string): Promise<Response>
  /** Sends a message from a frame, by default from the first window's own. */
  invoke(
    channel: string,
    args: readonly unknown[],
    senderFrame?: FakeFrame | null
  ): Promise<unknown>
}

/**
 * What the world around the app does to it and sees of it. The rest of this module stands in for `electron`: as much
 * of it as the main process uses, with Electron's own rules about the order of things.
 */
export const outside: Outside = {
  otherInstanceRuns: false,
  lockData: null,
  windows: [],
  order: [],
  opened: [],
  revealed: [],
  folderChosen: null,
  buttonPressed: 0,
  messages: [],
  copied: null,
  screens: [{ x: 0, y: 0, width: 1920, height: 1050 }],
  popup: [],
  menu: [],
  schemes: new Map(),
  permission: null,
  permissionCheck: null,
  spelling: null,
  devicePermission: null,

  async fetch(url, method = 'GET') {
    const { protocol: scheme } = new URL(url)
    const handler = protocolHandlers.get(scheme.slice(0, -1))
    if (handler === undefined) throw new Error(`Nobody answers ${scheme}`)
    return handler({ url, method })
  },

  async invoke(channel, args, senderFrame = outside.windows[0]?.webContents.mainFrame) {
    const handler = ipcHandlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    const reply = await handler({ senderFrame: senderFrame ?? null }, ...structuredClone(args))
    return structuredClone(reply)
  }
}

export type FakeMenuItem = {
  readonly label?: string
  readonly role?: string
  readonly accelerator?: string
  readonly enabled?: boolean
  readonly click?: () => void
  readonly submenu?: readonly FakeMenuItem[]
}

export const app = new FakeApp()

type ProtocolHandler = (request: {
  readonly url: string
  readonly method: string
}) => Promise<Response>
const protocolHandlers = new Map<string, ProtocolHandler>()
export const protocol = {
  registerSchemesAsPrivileged(
    schemes: readonly { scheme: string; privileges: Readonly<Record<string, unknown>> }[]
  ): void {
    if (app.isReady()) throw new Error('registerSchemesAsPrivileged must come before ready')
    for (const { scheme, privileges } of schemes) outside.schemes.set(scheme, privileges)
  },
  handle(scheme: string, handler: ProtocolHandler): void {
    mustBeReady('protocol.handle')
    if (!outside.schemes.has(scheme)) throw new Error(`${scheme} has no privileges`)
    protocolHandlers.set(scheme, handler)
  }
}

type IpcHandler = (event: { senderFrame: FakeFrame | null }, ...args: unknown[]) => unknown
const ipcHandlers = new Map<string, IpcHandler>()
export const ipcMain = {
  handle(channel: string, handler: IpcHandler): void {
    if (ipcHandlers.has(channel)) throw new Error(`A second handler for '${channel}'`)
    ipcHandlers.set(channel, handler)
  },
  removeHandler: (channel: string): void => void ipcHandlers.delete(channel)
}

export const session = {
  get defaultSession() {
    mustBeReady('session.defaultSession')
    return {
      setSpellCheckerLanguages: (languages: readonly string[]) => (outside.spelling = languages),
      setPermissionRequestHandler: (handler: PermissionHandler) => (outside.permission = handler),
      setPermissionCheckHandler: (handler: () => boolean) => (outside.permissionCheck = handler),
      setDevicePermissionHandler: (handler: () => boolean) => (outside.devicePermission = handler)
    }
  }
}

export const shell = {
  showItemInFolder(path: string): void {
    outside.revealed.push(path)
  },
  async openExternal(address: string): Promise<void> {
    outside.opened.push(address)
  }
}

export const clipboard = {
  writeText(text: string): void {
    outside.copied = text
  }
}

export const screen = {
  getAllDisplays() {
    mustBeReady('screen.getAllDisplays')
    return outside.screens.map((workArea) => ({ workArea }))
  }
}

export const dialog = {
  async showMessageBox(_window: BrowserWindow, { message }: { readonly message: string }) {
    outside.messages.push(message)
    return { response: outside.buttonPressed }
  },

  async showOpenDialog(_window: BrowserWindow, _options: unknown) {
    const { folderChosen } = outside
    return {
      canceled: folderChosen === null,
      filePaths: folderChosen === null ? [] : [folderChosen]
    }
  }
}

export const Menu = {
  buildFromTemplate: (items: readonly FakeMenuItem[]) =>
    Object.assign([...items], {
      popup() {
        outside.popup = items
      }
    }),
  setApplicationMenu(items: readonly FakeMenuItem[]): void {
    outside.menu = items
  }
}

function mustBeReady(what: string): void {
  if (!app.isReady()) throw new Error(`${what} must come after ready`)
}
