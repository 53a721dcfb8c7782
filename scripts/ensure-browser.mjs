import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { findBrowser, HEADLESS } from './find-browser.mjs'
import { isEntry, programs, tell } from './project.mjs'
import { runCommand, runNode } from './run-command.mjs'

const DOWNLOAD_SECONDS = 180
const APT_SECONDS = 300
const APT_TRIES = 8

/**
 * Sees to it that there is a Chromium which starts: one that is here, else Playwright's download, else,
 * for root on Debian and its like, the system's package. Tells what it takes.
 *
 * @returns {Promise<string | null>} the path of its program, or `null`; the reason has been told
 */
export async function ensureBrowser() {
  const here = await startableBrowser()
  if (here !== null) return here

  tell('No browser for the end-to-end tests is here: fetching one ...')
  const reasons = []
  for (const fetchBrowser of [downloadWithPlaywright, installWithApt]) {
    const { ok, output } = await fetchBrowser()
    const browser = ok ? await startableBrowser() : null
    if (browser !== null) return browser
    reasons.push(output.trim())
  }
  tell(`${reasons.filter(Boolean).join('\n')}
No browser could be fetched (see above). Install Chromium, Chrome or Edge, or name one in STORYDESK_BROWSER.`)
  return null
}

async function startableBrowser() {
  const path = findBrowser()
  if (path === null || !(await starts(path))) return null
  tell(`Browser for the end-to-end tests: ${path}`)
  return path
}

/**
 * A download can lack the system's libraries. Only Linux can: elsewhere `--version` opens a window.
 *
 * @param {string} path
 */
const starts = async (path) =>
  process.platform !== 'linux' || (await runCommand(path, ['--version'], { seconds: 30 })).ok

const downloadWithPlaywright = () =>
  runNode(programs.playwright, ['install', '--no-shell', 'chromium'], {
    seconds: DOWNLOAD_SECONDS,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000' }
  })

async function installWithApt() {
  if (!(await canUseApt())) return { ok: false, output: '' }
  const apt = (/** @type {readonly string[]} */ args) =>
    runCommand('apt-get', args, {
      seconds: APT_SECONDS,
      env: { DEBIAN_FRONTEND: 'noninteractive' }
    })

  // Its lists have a lock of their own, which no option makes apt wait for.
  let updated = await apt(['update'])
  for (let tries = 1; !updated.ok && tries < APT_TRIES; tries += 1) {
    await pause(4000)
    updated = await apt(['update'])
  }
  const wait = ['-o', 'DPkg::Lock::Timeout=120']
  let installed = { ok: false, output: '' }
  for (const name of [HEADLESS, 'chromium']) {
    if (installed.ok) break
    installed = await apt(['install', '-y', '--no-install-recommends', ...wait, name])
  }
  return installed.ok ? installed : { ok: false, output: updated.output + installed.output }
}

async function canUseApt() {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release)
}

if (isEntry(import.meta.url)) process.exitCode = (await ensureBrowser()) === null ? 1 : 0
