import { BrowserWindow } from 'electron'

/** Makes the window of the desk, without loading its page. @param preload absolute path of the built preload */
export const createDeskWindow = (preload: string): BrowserWindow =>
  new BrowserWindow({
    title: 'Storydesk',
    width: 1360,
    height: 860,
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
