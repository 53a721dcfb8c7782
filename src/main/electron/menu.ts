import { Menu, type MenuItemConstructorOptions } from 'electron'

/** What the menu can ask for. */
export type MenuActions = { readonly openFolder: () => void }

/** Sets the application's menu. Undo and Redo have no keys here: those belong to the desk's own history. */
export function setMenu({ openFolder }: MenuActions, platform: NodeJS.Platform): void {
  const file: MenuItemConstructorOptions = {
    label: 'File',
    submenu: [
      { label: 'Open Folder…', accelerator: 'CmdOrCtrl+O', click: openFolder },
      { type: 'separator' },
      { role: platform === 'darwin' ? 'close' : 'quit' }
    ]
  }
  const edit: MenuItemConstructorOptions = {
    label: 'Edit',
    submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
  }
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      { role: 'toggleDevTools' }
    ]
  }
  const own: readonly MenuItemConstructorOptions[] =
    platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...own, file, edit, view, { role: 'windowMenu' }])
  )
}
