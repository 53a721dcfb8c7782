import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'

/** Debian's Chromium that has no window: a package of the same name. */
export const HEADLESS = 'chromium-headless-shell'

/**
 * Finds a Chromium for the end-to-end tests; fetches nothing. What `STORYDESK_BROWSER` names comes
 * first, then Playwright's own, then what the system has.
 *
 * @returns {string | null} the path of its program
 * @throws {Error} if `STORYDESK_BROWSER` names a file that is not there
 */
export function findBrowser() {
  const named = process.env.STORYDESK_BROWSER
  if (named && !existsSync(named)) {
    throw new Error(`STORYDESK_BROWSER names ${named}, which is not there.`)
  }
  const candidates = [
    named || chromium.executablePath(),
    ...systemBrowsers(process.platform, process.env)
  ]
  return candidates.find((path) => existsSync(path)) ?? null
}

/**
 * Where Chromium, Chrome and Edge stand on a system, the most fitting first. Most of them are not there.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function systemBrowsers(platform, env) {
  if (platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge']
    const folders = ['/Applications', join(env.HOME ?? homedir(), 'Applications')]
    return apps.flatMap((app) => folders.map((at) => `${at}/${app}.app/Contents/MacOS/${app}`))
  }
  if (platform === 'win32') {
    const apps = ['Chromium/Application/chrome', 'Google/Chrome/Application/chrome']
    const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
    return [...apps, 'Microsoft/Edge/Application/msedge'].flatMap((app) =>
      folders.filter((at) => at !== undefined).map((at) => join(at, `${app}.exe`))
    )
  }
  // The snap comes last: it cannot read a profile in the temporary folder.
  const folders = [
    ...(env.PATH ?? '').split(':').filter((at) => at && at !== '/snap/bin'),
    '/snap/bin'
  ]
  const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser']
  const full = folders.flatMap((at) =>
    [...names, 'microsoft-edge-stable'].map((name) => join(at, name))
  )
  // Tests need no window, and without one they take a fifth less time.
  return [...folders.map((at) => join(at, HEADLESS)), ...full]
}
