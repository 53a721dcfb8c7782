import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand, MenuSection } from '#shared/contract/menu-command'
import { acceleratorOf } from './accelerator'

type Item = MenuItemConstructorOptions
type Items = readonly Item[]

/** What the menus of the window are made of. */
export type MenuParts = {
  /** What the page can do now; empty while there is no page. */
  readonly commands: readonly MenuCommand[]
  /** Folders that were open before, newest first. */
  readonly recent: readonly string[]
  readonly platform: NodeJS.Platform
  readonly onCommand: (name: string) => void
  readonly onFolder: (folder: string) => void
}

const LINE: Item = { type: 'separator' }

/**
 * The application's menus: what the page can do, where it says it belongs, and what only the system can do, such as
 * cut and paste. Keys are shown, and left to the page, which knows whether text is typed.
 */
export function menuTemplate(parts: MenuParts): Item[] {
  const { platform } = parts
  const own: Items = platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const menus: Items = [
    { label: 'File', submenu: fileItems(parts) },
    { label: 'Edit', submenu: editItems(parts) },
    { label: 'Story', submenu: itemsOf(parts, 'story') },
    { label: 'View', submenu: [...before(itemsOf(parts, 'view')), ...VIEW] },
    { label: 'Go', submenu: itemsOf(parts, 'go') },
    { role: 'windowMenu' },
    { role: 'help', label: 'Help', submenu: itemsOf(parts, 'help') }
  ]
  return [...own, ...menus.filter(({ submenu }) => !Array.isArray(submenu) || submenu.length > 0)]
}

const VIEW: Items = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  LINE,
  { role: 'togglefullscreen' },
  { role: 'toggleDevTools' }
]

function fileItems(parts: MenuParts): Item[] {
  const { recent, platform, onFolder } = parts
  const folders = recent.map((folder) => ({
    label: literal(folder),
    click: () => onFolder(folder)
  }))
  return [
    ...itemsOf(parts, 'file'),
    ...(folders.length > 0 ? [{ label: 'Open Recent', submenu: folders }] : []),
    LINE,
    { role: platform === 'darwin' ? 'close' : 'quit' }
  ]
}

/** Undo and Redo are the page's own; without a page there may still be a text field to undo in. */
function editItems(parts: MenuParts): Item[] {
  const own = itemsOf(parts, 'edit')
  const travels: Items = own.length > 0 ? own.slice(0, 2) : [{ role: 'undo' }, { role: 'redo' }]
  return [
    ...travels,
    LINE,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    ...after(own.slice(2))
  ]
}

function itemsOf({ commands, platform, onCommand }: MenuParts, section: MenuSection): Item[] {
  return commands
    .filter((command) => command.section === section)
    .map(({ name, label, keys, enabled }) => {
      const accelerator = acceleratorOf(keys, platform)
      return {
        label: literal(label),
        enabled,
        ...(accelerator !== null && { accelerator, registerAccelerator: false }),
        click: () => onCommand(name)
      }
    })
}

const before = (items: Items): Items => (items.length > 0 ? [...items, LINE] : [])
const after = (items: Items): Items => (items.length > 0 ? [LINE, ...items] : [])

/** In a label, `&` makes the next letter a key. */
const literal = (label: string): string => label.replaceAll('&', '&&')
