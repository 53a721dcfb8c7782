import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'
import { inProject, isEntry, tell } from './project.mjs'

/** What the README shows: file name, theme, and what an editor does before the picture is taken. */
const pictures = [
  { name: 'desk-light', colorScheme: 'light', show: openFirstStory },
  { name: 'desk-dark', colorScheme: 'dark', show: openFirstStory },
  { name: 'problems', colorScheme: 'light', show: openProblem }
]

/** @param {import('playwright').Page} page */
async function openFirstStory(page) {
  await page.getByRole('grid', { name: 'Stories' }).getByRole('row').first().click()
  await page.getByRole('grid', { name: 'Related coverage' }).waitFor()
}

/** @param {import('playwright').Page} page */
async function openProblem(page) {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Problems/ })
    .click()
  await page.getByRole('grid', { name: 'Stories' }).getByRole('row').first().click()
  await page
    .getByRole('region', { name: 'Story' })
    .getByText(/Jekyll will publish/)
    .waitFor()
}

/** Takes the README's pictures of the example library, from a copy, in the browser host. */
async function takeScreenshots() {
  const { ensureBuilt } = await import('./ensure-built.mjs')
  const { ensureBrowser } = await import('./ensure-browser.mjs')
  await ensureBuilt()
  const executablePath = await ensureBrowser()
  if (executablePath === null) return 1

  const scratch = await mkdtemp(join(tmpdir(), 'storydesk-pictures-'))
  const library = join(scratch, 'world-desk')
  await cp(inProject('content'), library, { recursive: true })
  await mkdir(inProject('docs', 'pictures'), { recursive: true })
  const host = spawn(
    process.execPath,
    [inProject('out', 'main', 'cli.js'), 'open', library, '--browser', '--no-open'],
    {
      env: { ...process.env, STORYDESK_DATA: join(scratch, 'data') },
      stdio: ['ignore', 'pipe', 'inherit']
    }
  )
  try {
    await takeAll(executablePath, await addressOf(host))
  } finally {
    host.kill('SIGTERM')
    await new Promise((done) => host.once('exit', done))
    await rm(scratch, { recursive: true, force: true })
  }
  return 0
}

/**
 * @param {string} executablePath
 * @param {string} address
 */
async function takeAll(executablePath, address) {
  const { chromium } = await import('playwright')
  const browser = await chromium.launch({ executablePath })
  for (const { name, colorScheme, show } of pictures) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: /** @type {'light' | 'dark'} */ (colorScheme),
      reducedMotion: 'reduce'
    })
    await page.goto(address)
    await page.locator('html[data-app-state="ready"]').waitFor()
    await show(page)
    await page.waitForLoadState('networkidle')
    const path = inProject('docs', 'pictures', `${name}.png`)
    await page.screenshot({ path })
    await page.close()
    tell(`Took ${basename(path)}`)
  }
  await browser.close()
}

/**
 * @param {import('node:child_process').ChildProcess} host
 * @returns {Promise<string>}
 */
const addressOf = (host) =>
  new Promise((found, gone) => {
    host.stdout?.on('data', (line) => {
      const address = /http:\S+/.exec(String(line))?.[0]
      if (address !== undefined) found(address)
    })
    host.once('exit', () => gone(new Error('The browser host ended before it said its address')))
  })

if (isEntry(import.meta.url)) {
  await ensureInstalled()
  process.exitCode = await takeScreenshots()
}
