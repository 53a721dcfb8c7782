import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/find-browser.mjs'
import { electronBinary, hasDisplay } from './src/main/desktop-runtime'

type Host = 'browser' | 'desktop-standin' | 'electron'

const browser = findBrowser()
const launchOptions = {
  ...(browser === null ? {} : { executablePath: browser }),
  args: [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    '--disable-gpu'
  ]
}

/** Specs of what only the desk itself does, whatever host it is in. */
const deskAlone = [
  'accessibility',
  'adding-links',
  'changing-many',
  'editing-a-story',
  'fields-of-a-story',
  'finding-stories',
  'findings',
  'git-changes',
  'history-and-source',
  'hostile-stories',
  'judging',
  'keyboard',
  'palette',
  'outside-changes',
  'problems',
  'related-coverage',
  'reviewing',
  'saved-views',
  'selecting',
  'settings'
].map((name) => `**/${name}.spec.ts`)
// `npm test` has to be done within minutes.
const isBrief = process.env.STORYDESK_BRIEF === '1'

const whyNoElectron = electronProblem()
// Workers load this file too; the reason is said once.
if (whyNoElectron !== null && process.env.TEST_WORKER_INDEX === undefined) {
  process.stderr.write(`Skipping all tests in electron: ${whyNoElectron}\n`)
}

export default defineConfig<{ host: Host }>({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Ends a run that hangs while it can still report, before `npm test` ends it.
  globalTimeout: 20 * 60 * 1000,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  reporter: 'list',
  // A trace of every test costs an eighth of the run; `npm run e2e` keeps them of those that fail.
  use: { trace: isBrief ? 'off' : 'retain-on-failure' },
  projects: [
    { name: 'browser', use: { host: 'browser', launchOptions } },
    {
      name: 'desktop-standin',
      use: { host: 'desktop-standin', launchOptions },
      ...(isBrief
        ? {
            testIgnore: deskAlone,
            metadata: leftOut('specs of the desk alone in desktop-standin', 'npm run e2e runs them')
          }
        : {})
    },
    {
      name: 'electron',
      use: { host: 'electron' },
      ...(whyNoElectron === null
        ? {}
        : { testIgnore: '**', metadata: leftOut('all tests in electron', whyNoElectron) })
    }
  ]
})

/** What `npm test` says of tests that are not run. */
function leftOut(name: string, reason: string) {
  return { leftOut: { name, reason } }
}

/** Why the real Electron cannot run here, or `null` if it can. `npm test` repeats the reason. */
function electronProblem(): string | null {
  if (electronBinary() === null) return "Electron's runtime is not here (npm run desktop:install)"
  return hasDisplay(process.env, process.platform) ? null : 'there is no display'
}
