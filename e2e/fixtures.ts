import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { startBrowserHost } from './hosts/browser'
import { startDesktopStandin } from './hosts/desktop-standin'
import { startElectron } from './hosts/electron'
import type { Host, HostStart, RunningHost } from './hosts/host'
import { createLibraryFolder, type LibraryFolder } from './hosts/library-folder'
import { rememberSpoken } from './hosts/spoken'
import { answerOutside, collectErrors } from './hosts/watch-page'

type TestFixtures = {
  /** The library's files (path below the folder -> text); `null`: a copy of the stories that come with Storydesk. */
  readonly files: Readonly<Record<string, string>> | null
  /** The folder that the desk has open. It goes away with the test. */
  readonly library: LibraryFolder
  /** The host of the project, with the library open. */
  readonly running: RunningHost
  /** The desk, ready to be used, in the project's host. Errors in its console fail the test. */
  readonly page: Page
  /** Addresses outside the desk that the page asked for. They are answered with a picture of one dot. */
  readonly asked: string[]
}
type WorkerFixtures = {
  readonly host: Host
  /** `null` in Electron, which brings its own. */
  readonly chromium: Browser | null
}

/** `test` with the desk open in the host of the project that runs it. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  host: ['browser', { option: true, scope: 'worker' }],
  files: [null, { option: true }],

  chromium: [
    async ({ host, launchOptions, playwright }, use) => {
      if (host === 'electron') return use(null)
      const browser = await playwright.chromium.launch(launchOptions)
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' }
  ],

  library: async ({ files }, use) => {
    const library = await createLibraryFolder(files)
    await use(library)
    await library.remove()
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here.
  asked: async ({}, use) => use([]),

  running: async ({ host, chromium, library, asked }, use) => {
    const appData = await mkdtemp(join(tmpdir(), 'storydesk-data-'))
    const errors: string[] = []
    const running = await start(host, chromium, {
      folder: library.folder,
      appData,
      async prepare(page) {
        collectErrors(page, errors)
        await rememberSpoken(page)
        await answerOutside(page, asked)
      }
    })
    try {
      await running.page.locator('html[data-app-state="ready"]').waitFor()
      await use(running)
    } finally {
      await running.close()
      await rm(appData, { recursive: true })
    }
    expect(errors).toEqual([])
  },

  page: async ({ running }, use) => use(running.page)
})

function start(host: Host, chromium: Browser | null, from: HostStart): Promise<RunningHost> {
  if (chromium === null) return startElectron(from)
  return host === 'browser' ? startBrowserHost(chromium, from) : startDesktopStandin(chromium, from)
}
