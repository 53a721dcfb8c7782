import { type BrowserWindow, ipcMain } from 'electron'
import { CALL, EVENT } from '#shared/contract/channels'
import type { HostEvent } from '#shared/contract/host-event'
import type { Subscribable } from '#shared/emitter'
import type { LibraryEvent } from '#shared/library/library-state'
import { BadRequest, dispatch, type Handlers } from '../dispatch'

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
  handlers: Handlers,
  events: Subscribable<LibraryEvent>
): (event: HostEvent) => void {
  ipcMain.handle(CALL, ({ senderFrame }, method: unknown, input: unknown) => {
    const isDesk =
      senderFrame !== null &&
      senderFrame === window.webContents.mainFrame &&
      senderFrame.origin === origin
    if (!isDesk) throw new BadRequest('Unknown sender')
    return dispatch(handlers, method, input)
  })
  const tell = (event: LibraryEvent | HostEvent): void => {
    if (!window.isDestroyed()) window.webContents.send(EVENT, event)
  }
  events.subscribe(tell)
  return tell
}
