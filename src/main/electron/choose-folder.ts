import { type BrowserWindow, dialog } from 'electron'
import type { FolderChoice } from '#shared/contract/contract'

/** Asks for a folder with the system's own dialog, attached to the window. */
export async function chooseFolder(window: BrowserWindow): Promise<FolderChoice> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a folder of stories',
    properties: ['openDirectory']
  })
  const folder = filePaths[0]
  return canceled || folder === undefined ? { kind: 'cancelled' } : { kind: 'chosen', folder }
}
