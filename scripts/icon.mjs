import { readFile } from 'node:fs/promises'
import { ensureInstalled } from './ensure-installed.mjs'
import { inProject, tell } from './project.mjs'

/** Pixels: what macOS wants; the smaller sizes and the other systems' formats are made of it. */
const SIZE = 1024

/** Draws the app's icon from its SVG. */
async function drawIcon() {
  const { ensureBrowser } = await import('./ensure-browser.mjs')
  const { chromium } = await import('playwright')
  const executablePath = await ensureBrowser()
  if (executablePath === null) return 1
  const browser = await chromium.launch({ executablePath })
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } })
  const svg = await readFile(inProject('packaging', 'icon.svg'), 'utf8')
  await page.setContent(`<style>body { margin: 0 }</style>${svg}`)
  await page.screenshot({ path: inProject('packaging', 'icon.png'), omitBackground: true })
  await browser.close()
  tell('Drew packaging/icon.png')
  return 0
}

await ensureInstalled()
process.exitCode = await drawIcon()
