import { readFile } from 'node:fs/promises'
import { load } from 'js-yaml'
import { expect, it } from 'vitest'

const read = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8')
const yaml = async (name: string) => load(await read(name)) as Record<string, unknown>

it('lets the installed app be talked into nothing from outside', async () => {
  const { electronFuses, asar } = await yaml('electron-builder.yml')

  expect(asar).toBe(true)
  expect(electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false
  })
})

it('builds installers for three systems, of one exact Electron', async () => {
  const { linux, mac, win } = await yaml('electron-builder.yml')
  const { devDependencies } = JSON.parse(await read('package.json'))

  expect([linux, mac, win]).toMatchObject([
    { target: ['AppImage', 'deb'] },
    { target: ['dmg'] },
    { target: ['nsis'] }
  ])
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
})

it.each(['test.yml', 'release.yml'])('tests on three systems in %s', async (name) => {
  const workflow = await read(`.github/workflows/${name}`)

  expect(workflow).toMatch(/os: \[ubuntu-latest, macos-latest, windows-latest\]/)
  expect(workflow).toMatch(/run: npm test$/m)
})
