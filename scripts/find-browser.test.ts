import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { findBrowser, systemBrowsers } from './find-browser.mjs'

afterEach(() => vi.unstubAllEnvs())

it('prefers the one that STORYDESK_BROWSER names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'find-browser-'))
  const browser = join(folder, 'my-browser')
  writeFileSync(browser, '')
  vi.stubEnv('STORYDESK_BROWSER', browser)
  expect(findBrowser()).toBe(browser)
  rmSync(folder, { recursive: true })
})

it('says that STORYDESK_BROWSER is wrong instead of taking another one', () => {
  vi.stubEnv('STORYDESK_BROWSER', '/no/such/browser')
  expect(findBrowser).toThrow('STORYDESK_BROWSER names /no/such/browser, which is not there.')
})

it.each<[platform: NodeJS.Platform, env: Record<string, string>, browser: string]>([
  ['linux', { PATH: '/usr/bin:/bin' }, '/usr/bin/chromium'],
  ['linux', { PATH: '/usr/bin' }, '/usr/bin/chromium-headless-shell'],
  ['linux', { PATH: '/usr/bin' }, '/snap/bin/chromium'],
  [
    'darwin',
    { HOME: '/Users/ada' },
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  ],
  [
    'darwin',
    { HOME: '/Users/ada' },
    '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium'
  ],
  ['win32', { PROGRAMFILES: 'C:/Programs' }, 'C:/Programs/Google/Chrome/Application/chrome.exe'],
  ['win32', { 'PROGRAMFILES(X86)': 'C:/x86' }, 'C:/x86/Microsoft/Edge/Application/msedge.exe']
])('looks on %s with %j at %s', (platform, env, browser) => {
  expect(systemBrowsers(platform, env)).toContain(browser)
})

it('takes the snap last, because it cannot read profiles in the temporary folder', () => {
  const browsers = systemBrowsers('linux', { PATH: '/snap/bin:/usr/bin' })
  expect(browsers.indexOf('/usr/bin/chromium')).toBeLessThan(browsers.indexOf('/snap/bin/chromium'))
})
