import { expect, it } from 'vitest'
import { appDataFolder } from './app-data'

it.each<[name: string, folder: string, ...Parameters<typeof appDataFolder>]>([
  [
    'where STORYDESK_DATA says',
    '/data',
    { STORYDESK_DATA: '/data', XDG_DATA_HOME: '/xdg' },
    'linux',
    '/home/ann'
  ],
  ['below XDG_DATA_HOME', '/xdg/storydesk', { XDG_DATA_HOME: '/xdg' }, 'linux', '/home/ann'],
  ['in ~/.local/share', '/home/ann/.local/share/storydesk', {}, 'linux', '/home/ann'],
  [
    'in Application Support',
    '/Users/ann/Library/Application Support/Storydesk',
    {},
    'darwin',
    '/Users/ann'
  ],
  ['in APPDATA', 'C:\\Roaming\\Storydesk', { APPDATA: 'C:\\Roaming' }, 'win32', 'C:\\Users\\ann'],
  [
    'in AppData of the home folder',
    'C:\\Users\\ann\\AppData\\Roaming\\Storydesk',
    {},
    'win32',
    'C:\\Users\\ann'
  ]
])('keeps its own files %s', (_, folder, env, platform, home) => {
  expect(appDataFolder(env, platform, home)).toBe(folder)
})
