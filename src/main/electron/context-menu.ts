import {
  type BrowserWindow,
  type ContextMenuParams,
  clipboard,
  Menu,
  type MenuItemConstructorOptions
} from 'electron'

type Items = readonly MenuItemConstructorOptions[]
const LINE: Items = [{ type: 'separator' }]

/** Gives the window the menus that text, text fields and links have everywhere else. */
export function giveContextMenus(window: BrowserWindow): void {
  const { webContents } = window
  webContents.on('context-menu', (_event, params) => {
    const items = params.isEditable
      ? fieldItems(params)
      : [...linkItems(params), ...textItems(params)]
    if (items.length > 0) Menu.buildFromTemplate([...items]).popup({ window })
  })

  function fieldItems({
    misspelledWord,
    dictionarySuggestions,
    editFlags
  }: ContextMenuParams): Items {
    const words: Items = dictionarySuggestions.map((word) => ({
      label: word,
      click: () => webContents.replaceMisspelling(word)
    }))
    const none: Items = [{ label: 'No suggestions', enabled: false }]
    const suggestions = words.length > 0 ? words : none
    return [
      ...(misspelledWord === '' ? [] : [...suggestions, ...LINE]),
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      ...LINE,
      { role: 'selectAll', enabled: editFlags.canSelectAll }
    ]
  }
}

const textItems = ({ selectionText }: ContextMenuParams): Items =>
  selectionText.trim() === '' ? [] : [{ role: 'copy' }]

const linkItems = ({ linkURL }: ContextMenuParams): Items =>
  linkURL === '' ? [] : [{ label: 'Copy Address', click: () => clipboard.writeText(linkURL) }]
