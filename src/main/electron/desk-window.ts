import { BrowserWindow } from 'electron'
import type { WindowState } from './window-state'

/**
 * Makes the window of the desk, without loading its page.
 *
 * @param preload absolute path of the built preload
 * @param state where it was last time; `null`: in the middle of the screen
 */
export function createDeskWindow(preload: string, state: WindowState | null): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Storydesk',
    ...(state?.bounds ?? { width: 1360, height: 860 }),
    minWidth: 720,
    minHeight: 480,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false
    }
  })
  if (state?.isMaximized) window.maximize()
  return window
}
