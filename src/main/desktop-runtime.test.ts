import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { electronBinary, hasDisplay } from './desktop-runtime'

let project: string
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'desktop-runtime-'))
})
afterEach(() => rmSync(project, { recursive: true }))

function write(path: string, text = ''): string {
  const file = join(project, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

const find = (platform: NodeJS.Platform, env = {}) =>
  electronBinary(env, platform, pathToFileURL(join(project, 'out/main/cli.js')).href)

describe('electronBinary', () => {
  it('is null without the package', () => {
    expect(find('linux')).toBeNull()
  })

  it('is null as long as only the package is there', () => {
    write('node_modules/electron/package.json', '{}')
    expect(find('linux')).toBeNull()
  })

  it('is null while the runtime is being unpacked', () => {
    write('node_modules/electron/package.json', '{}')
    write('node_modules/electron/dist/electron')
    expect(find('linux')).toBeNull()
  })

  it.each<[platform: NodeJS.Platform, program: string]>([
    ['linux', 'electron'],
    ['win32', 'electron.exe'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron']
  ])('finds the unpacked runtime on %s', (platform, program) => {
    write('node_modules/electron/package.json', '{}')
    write('node_modules/electron/path.txt', program)
    const binary = write(`node_modules/electron/dist/${program}`)
    expect(find(platform)).toBe(binary)
  })

  it('is null when the unpacked runtime was deleted', () => {
    write('node_modules/electron/package.json', '{}')
    write('node_modules/electron/path.txt', 'electron')
    expect(find('linux')).toBeNull()
  })

  it('prefers the folder of ELECTRON_OVERRIDE_DIST_PATH, though nothing was unpacked', () => {
    const binary = write('elsewhere/electron')
    expect(find('linux', { ELECTRON_OVERRIDE_DIST_PATH: dirname(binary) })).toBe(binary)
  })

  it('is null when ELECTRON_OVERRIDE_DIST_PATH names a folder without a runtime', () => {
    expect(find('linux', { ELECTRON_OVERRIDE_DIST_PATH: project })).toBeNull()
  })
})

it.each<[platform: NodeJS.Platform, env: Record<string, string>, expected: boolean]>([
  ['darwin', {}, true],
  ['win32', {}, true],
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true]
])('has a display on %s with %j: %j', (platform, env, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected)
})
