import type { MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import type { MenuCommand, MenuSection } from '#shared/contract/menu-command'
import { menuTemplate } from './menu-template'

const command = (
  section: MenuSection,
  label: string,
  keys: readonly string[] = []
): MenuCommand => ({
  name: `the ${label}`,
  label,
  section,
  keys,
  enabled: true
})

const COMMANDS = [
  command('edit', 'Undo', ['Ctrl', 'Z']),
  command('edit', 'Redo', ['Ctrl', 'Shift', 'Z']),
  command('edit', 'Select all matches', ['Ctrl', 'A']),
  command('file', 'Open folder', ['⌘', 'O']),
  command('story', 'Publish & next', ['P']),
  { ...command('go', 'Next story', ['J', '↓']), enabled: false },
  command('go', 'Back', ['Esc']),
  command('help', 'All keys', ['?'])
]

function aMenu(
  commands: readonly MenuCommand[],
  platform: NodeJS.Platform = 'linux',
  recent: readonly string[] = []
) {
  const heard: string[] = []
  const items = menuTemplate({
    commands,
    recent,
    platform,
    onCommand: (name) => heard.push(name),
    onFolder: (folder) => heard.push(folder)
  })
  const itemsOf = (label: string) =>
    (items.find((item) => item.label === label)?.submenu ?? []) as MenuItemConstructorOptions[]
  const choose = (menu: string, label: string) =>
    pressOn(itemsOf(menu).find((each) => each.label === label))
  return { items, itemsOf, choose, heard }
}

/** Electron hands on more than any of the items takes. */
const pressOn = (item: MenuItemConstructorOptions | undefined) =>
  (item?.click as undefined | (() => void))?.()

const facesOf = (items: readonly MenuItemConstructorOptions[]) =>
  items.map(({ label, role, type }) => label ?? role ?? type)

it('puts each command where it says it belongs, and hands back its name', () => {
  const { items, itemsOf, choose, heard } = aMenu(COMMANDS)

  expect(facesOf(items)).toEqual(['File', 'Edit', 'Story', 'View', 'Go', 'windowMenu', 'Help'])
  expect(facesOf(itemsOf('File'))).toEqual(['Open folder', 'separator', 'quit'])
  expect(facesOf(itemsOf('Go'))).toEqual(['Next story', 'Back'])
  expect(itemsOf('Go').map(({ enabled }) => enabled)).toEqual([false, true])
  choose('Edit', 'Undo')
  choose('Story', 'Publish && next')
  expect(heard).toEqual(['the Undo', 'the Publish & next'])
})

it('leaves the text to the system: cut, copy, paste, and undo while there is no page', () => {
  expect(facesOf(aMenu(COMMANDS).itemsOf('Edit'))).toEqual([
    'Undo',
    'Redo',
    'separator',
    'cut',
    'copy',
    'paste',
    'selectAll',
    'separator',
    'Select all matches'
  ])
  const empty = aMenu([])
  expect(facesOf(empty.itemsOf('Edit')).slice(0, 2)).toEqual(['undo', 'redo'])
  expect(facesOf(empty.items)).toEqual(['File', 'Edit', 'View', 'windowMenu'])
})

it('shows keys and takes none of them from the page', () => {
  const keysOf = (platform: NodeJS.Platform) =>
    Object.fromEntries(
      aMenu(COMMANDS, platform)
        .items.flatMap(({ submenu }) => (submenu ?? []) as MenuItemConstructorOptions[])
        .flatMap(({ label, accelerator }) => (accelerator ? [[label, accelerator]] : []))
    )
  const chords = {
    Undo: 'CmdOrCtrl+Z',
    Redo: 'CmdOrCtrl+Shift+Z',
    'Open folder': 'CmdOrCtrl+O'
  }

  expect(keysOf('linux')).toEqual({
    ...chords,
    'Publish && next': 'P',
    'Next story': 'J',
    'All keys': '?'
  })
  expect(keysOf('darwin')).toEqual(chords)
  const registered = aMenu(COMMANDS)
    .itemsOf('Story')
    .map((item) => item.registerAccelerator)
  expect(registered).toEqual([false])
})

it('offers the folders that were open before', () => {
  const { itemsOf, heard } = aMenu([], 'linux', ['/news & more', '/old'])
  const [recent] = itemsOf('File')
  const folders = recent?.submenu as MenuItemConstructorOptions[]

  expect([recent?.label, ...facesOf(folders)]).toEqual(['Open Recent', '/news && more', '/old'])
  pressOn(folders[0])
  expect(heard).toEqual(['/news & more'])
})

it.each([['Ctrl+Q'], ['F13'], [''], ['Ctrl', 'Alt'], ['x'.repeat(12)], ['Ctrl', 'constructor']])(
  'shows no key for %s, for which Electron would throw',
  (...keys) => {
    const [item] = aMenu([command('story', 'Odd', keys)]).itemsOf('Story')

    expect(item).not.toHaveProperty('accelerator')
  }
)
