import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright'
import { findBrowser } from '../scripts/find-browser.mjs'
import { generateLibrary } from './generate'

/** In milliseconds. */
const KEY_TO_PAINT = 50
const LONGEST_TASK = 50
const OPENING = 150
/** Insights of 12,000 stories: from the key until all charts are painted, and until they show another search. */
const INSIGHTS = { stories: 12_000, opening: 100, narrowing: 16 }

/** A story that has links has up to five times this many. */
const MOST_LINKS = 180

/** What an editor does, and how often; each key is measured from its event until the frame with its effect is painted. */
const KEYS: readonly { readonly what: string; readonly keys: readonly string[] }[] = [
  { what: 'floor: a key that does nothing', keys: repeated('F8', 40) },
  { what: 'next story (J)', keys: repeated('j', 60) },
  { what: 'reviewed and next (Space)', keys: repeated('Space', 40) },
  { what: 'publish and next (P)', keys: repeated('p', 20) },
  { what: 'score (1 to 5)', keys: ['1', '2', '3', '4', '5', '1', '2', '3', '4', '5'] },
  { what: 'select a range (Shift+J)', keys: repeated('Shift+J', 40) },
  { what: 'select all and none', keys: ['Control+a', 'Escape', 'Control+a', 'Escape'] },
  { what: 'last and first story', keys: ['End', 'Home', 'End', 'Home', 'End', 'Home'] }
]
const TYPED = 'harbour ferry tide quality>=80 topic:energy'

type Times = {
  readonly what: string
  readonly p50: number
  readonly p95: number
  readonly max: number
}

function repeated(key: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => key)
}

async function measure(browser: Browser, stories: number, links: number) {
  const scratch = mkdtempSync(join(tmpdir(), 'storydesk-bench-'))
  const library = join(scratch, 'library')
  generateLibrary(library, { stories, links })
  addLongStory(library, join(scratch, 'long'))
  const host = startHost(library, join(scratch, 'data'))
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const started = performance.now()
    await page.goto(await addressOf(host))
    await page.locator('html[data-app-state="ready"]').waitFor({ timeout: 600_000 })
    const ready = Math.round(performance.now() - started)
    await page.evaluate(watchKeys)
    const keys = await measureKeys(page)
    const scrolling = await measureScrolling(page)
    const opening = await measureOpening(page)
    const moving = await measureMoving(page)
    const insights = await measureInsights(page)
    await page.close()
    return { stories, ready, keys: [...keys, moving], scrolling, opening, insights }
  } finally {
    host.kill('SIGTERM')
    await once(host, 'exit')
    rmSync(scratch, { recursive: true })
  }
}

/** Puts a story with 180 links, the longest of a small library made for it, among the others. */
function addLongStory(library: string, scratch: string): void {
  generateLibrary(scratch, { stories: 200, links: MOST_LINKS / 5 })
  const files = readdirSync(scratch, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(scratch, name))
    .sort((a, b) => statSync(b).size - statSync(a).size)
  if (files[0] !== undefined) copyFileSync(files[0], join(library, '_news', 'long-story.md'))
}

async function measureKeys(page: Page): Promise<readonly Times[]> {
  const grid = page.getByRole('grid', { name: 'Stories' })
  const results: Times[] = []
  for (const { what, keys } of KEYS) {
    await grid.focus()
    results.push(await timed(page, what, keys))
    await page.keyboard.press('Escape')
  }
  await page.getByRole('searchbox', { name: 'Search stories' }).focus()
  results.push(await timed(page, 'search, per keystroke', [...TYPED]))
  await page.getByRole('button', { name: 'Clear search' }).click()
  return results
}

async function timed(page: Page, what: string, keys: readonly string[]): Promise<Times> {
  await page.evaluate(() => globalThis.keyTimes.splice(0))
  for (const key of keys) {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    await page.evaluate(() => globalThis.painted())
  }
  return timesOf(what, await page.evaluate(() => [...globalThis.keyTimes]))
}

const timesOf = (what: string, times: readonly number[]): Times => ({
  what,
  p50: at(times, 0.5),
  p95: at(times, 0.95),
  max: at(times, 1)
})

/** Scrolls through the list by wheel. @returns the longest task meanwhile, 0 if none took 50 ms. */
async function measureScrolling(page: Page): Promise<number> {
  await page.getByRole('grid', { name: 'Stories' }).hover()
  await page.evaluate(() => globalThis.longTasks.splice(0))
  for (let turn = 0; turn < 120; turn += 1)
    await page.mouse.wheel(0, turn % 40 === 39 ? 90_000 : 900)
  await page.evaluate(() => globalThis.painted())
  return page.evaluate(() => Math.max(0, ...globalThis.longTasks))
}

/** Opens the story with the most links. @returns milliseconds from the click until all its links are there. */
async function measureOpening(
  page: Page
): Promise<{ readonly links: number; readonly ms: number }> {
  await page.getByRole('button', { name: /^Sort by: / }).click()
  await page.getByRole('menuitemradio', { name: 'Most links' }).click()
  const row = page.getByRole('grid', { name: 'Stories' }).getByRole('row').first()
  await page.getByRole('grid', { name: 'Stories' }).press('End')
  await page.getByRole('grid', { name: 'Stories' }).press('Home')
  await page.getByRole('grid', { name: 'Stories' }).press('j')
  const links = Number(/(\d+) links/.exec((await row.getAttribute('aria-label')) ?? '')?.[1] ?? 0)
  const ms = await row.evaluate(async (element, wanted) => {
    const start = performance.now()
    ;(element as HTMLElement).click()
    const related = () => document.querySelector('[role="grid"][aria-label="Related coverage"]')
    while (Number(related()?.getAttribute('aria-rowcount')) !== wanted) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    await globalThis.painted()
    return performance.now() - start
  }, links)
  return { links, ms: Math.round(ms) }
}

/** Moves a link of the open story down by key. */
async function measureMoving(page: Page): Promise<Times> {
  const related = page.getByRole('grid', { name: 'Related coverage' })
  await related.getByRole('row').first().focus()
  return timed(page, 'move a link (Alt+↓)', repeated('Alt+ArrowDown', 30))
}

/** Opens insights and narrows the list there by key, one column after the other. */
async function measureInsights(
  page: Page
): Promise<{ readonly opening: Times; readonly narrowing: Times }> {
  const grid = page.getByRole('grid', { name: 'Stories' })
  const dialog = page.getByRole('dialog', { name: 'Insights' })
  await grid.focus()
  await grid.press('Home')
  const openings: number[] = []
  for (let turn = 0; turn < 6; turn += 1) {
    await page.keyboard.press('Escape')
    await grid.focus()
    openings.push(await untilChanged(page, 'i'))
  }
  const narrowings: number[] = []
  await dialog.getByRole('slider', { name: /^Quality/ }).press('Home')
  for (let turn = 0; turn < 30; turn += 1) {
    await page.keyboard.press('ArrowRight')
    await page.evaluate(() => globalThis.painted())
    narrowings.push(await untilChanged(page, 'Enter'))
  }
  await page.keyboard.press('Escape')
  return {
    opening: timesOf('open insights (I)', openings),
    narrowing: timesOf('another search in insights', narrowings)
  }
}

/** Presses a key. @returns milliseconds from its event until insights stand for another search than before, and are painted. */
async function untilChanged(page: Page, key: string): Promise<number> {
  const changed = page.evaluateHandle(() => {
    const shown = () =>
      [...document.querySelectorAll('[role="dialog"] button')].find(({ textContent }) =>
        /^Show [\d,]+ stor/.test(textContent)
      )?.parentElement?.textContent
    const before = shown()
    return {
      done: new Promise<number>((resolve) => {
        const onKey = async ({ timeStamp }: KeyboardEvent) => {
          while (shown() === before) await new Promise((next) => setTimeout(next))
          await globalThis.painted()
          resolve(performance.now() - timeStamp)
        }
        document.addEventListener('keydown', (event) => void onKey(event), {
          capture: true,
          once: true
        })
      })
    }
  })
  const handle = await changed
  await page.keyboard.press(key)
  return handle.evaluate(({ done }) => done)
}

declare global {
  var keyTimes: number[]
  var longTasks: number[]
  /** Resolves when what is drawn now is on screen. */
  var painted: () => Promise<void>
}

/** Runs in the page: notes how long each key takes until the next frame after its work is painted. */
function watchKeys(): void {
  globalThis.keyTimes = []
  globalThis.longTasks = []
  // A message that is posted in a frame is handled after that frame was painted.
  globalThis.painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve()
        port2.postMessage(null)
      })
    })
  document.addEventListener(
    'keydown',
    (event) => {
      if (['Shift', 'Control', 'Alt'].includes(event.key)) return
      void globalThis.painted().then(() => {
        globalThis.keyTimes.push(performance.now() - event.timeStamp)
      })
    },
    true
  )
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longTasks.push(Math.round(duration))
  }).observe({ type: 'longtask' })
}

function startHost(library: string, appData: string): ChildProcess {
  const args = [join('out', 'main', 'cli.js'), 'open', library, '--browser', '--no-open']
  return spawn(process.execPath, args, {
    env: { ...process.env, STORYDESK_DATA: appData },
    stdio: ['ignore', 'pipe', 'inherit']
  })
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The host says nothing')
  const [line] = await once(createInterface({ input: stdout }), 'line')
  const address = /http:\S+/.exec(String(line))?.[0]
  if (address === undefined) throw new Error(`The host did not start: ${line}`)
  return address
}

const at = (times: readonly number[], share: number): number =>
  Math.round((times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0) * 10) / 10

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { stories: { type: 'string', default: '12000,100000' } }
})
spawnSync(process.execPath, [join('scripts', 'ensure-built.mjs')], { stdio: 'inherit' })
const executablePath = findBrowser()
if (executablePath === null) throw new Error('There is no Chromium: npm run e2e fetches one')
const browser = await chromium.launch({ executablePath })
const results: Awaited<ReturnType<typeof measure>>[] = []
for (const stories of values.stories.split(',').map(Number)) {
  const result = await measure(browser, stories, stories > 20_000 ? 2 : 12)
  const [floor] = result.keys
  console.log(`${stories} stories, ready after ${result.ready} ms`)
  console.table(
    result.keys.map((times) => ({ ...times, ofFloor: at([times.p95 / (floor?.p95 ?? 1)], 1) }))
  )
  console.log(`longest task while scrolling: ${result.scrolling} ms`)
  console.log(`a story with ${result.opening.links} links: ${result.opening.ms} ms`)
  console.table(Object.values(result.insights))
  results.push(result)
}
await browser.close()
console.log(JSON.stringify({ bench: 'desk', cores: cpus().length, results }))
/** Narrowing is what it takes longer than a key that does nothing: that one waits for its frame as well. */
const insightsAreKept = ({ stories, insights, keys }: (typeof results)[number]): boolean =>
  stories > INSIGHTS.stories ||
  (insights.opening.p95 <= INSIGHTS.opening &&
    insights.narrowing.p95 - (keys[0]?.p50 ?? 0) <= INSIGHTS.narrowing)
const isKept = results.every(
  (result) =>
    result.keys.every(({ p95 }) => p95 <= KEY_TO_PAINT) &&
    result.scrolling <= LONGEST_TASK &&
    result.opening.ms <= OPENING &&
    insightsAreKept(result)
)
process.exitCode = isKept ? 0 : 1
