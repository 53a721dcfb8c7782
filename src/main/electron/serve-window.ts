import { isAbsolute } from 'node:path'
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { CALL, DROP, EVENT } from '#shared/contract/channels'
import type { HostEvent } from '#shared/contract/host-event'
import type { Subscribable } from '#shared/emitter'
import type { LibraryEvent } from '#shared/library/library-state'
import { BadRequest, dispatch, type Handlers } from '../dispatch'

type Serving = {
  readonly handlers: Handlers
  readonly events: Subscribable<LibraryEvent>
  /** The person dropped a file or folder on the window. */
  readonly onDrop: (path: string) => void
}

/** No system has longer paths. */
const LONGEST_PATH = 32 * 1024

/**
 * Connects the window to the library. Only the window's own page is answered: no frame in it, and no page
 * of another origin in its place.
 *
 * @param origin the origin of the desk's page
 * @returns what tells the page something that is no event of the library.
 */
export function serveWindow(
  window: BrowserWindow,
  origin: string,
  { handlers, events, onDrop }: Serving
): (event: HostEvent) => void {
  function mustBeDesk({ senderFrame }: IpcMainInvokeEvent): void {
    const isDesk =
      senderFrame !== null &&
      senderFrame === window.webContents.mainFrame &&
      senderFrame.origin === origin
    if (!isDesk) throw new BadRequest('Unknown sender')
  }
  ipcMain.handle(CALL, (event, method: unknown, input: unknown) => {
    mustBeDesk(event)
    return dispatch(handlers, method, input)
  })
  ipcMain.handle(DROP, (event, path: unknown) => {
    mustBeDesk(event)
    const isPath = typeof path === 'string' && path.length <= LONGEST_PATH && isAbsolute(path)
    if (!isPath) throw new BadRequest('No path')
    onDrop(path)
  })
  const tell = (event: LibraryEvent | HostEvent): void => {
    if (!window.isDestroyed()) window.webContents.send(EVENT, event)
  }
  events.subscribe(tell)
  return tell
}
