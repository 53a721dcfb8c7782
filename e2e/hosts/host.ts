import type { Page } from '@playwright/test'

/** What carries the desk to the page under test. */
export type Host = 'browser' | 'desktop-standin' | 'electron'

/** A host that has the library open. */
export type RunningHost = {
  /** The page that shows the desk. It may still be reading the library. */
  readonly page: Page
  /** What the person does to the window itself; only where a test can do it. */
  readonly shell?: {
    /** Chooses an item of the menus, waiting for it to be there. */
    choose(...path: readonly string[]): Promise<void>
    /** Drops a folder on the window. */
    drop(folder: string): Promise<void>
  }
  /** Ends the host as a person would. @throws if it does not end cleanly. */
  close(): Promise<void>
}

export type HostStart = {
  /** The library's folder. */
  readonly folder: string
  /** A folder of this test's own for what Storydesk keeps besides stories. */
  readonly appData: string
  /** Is given the page before it goes anywhere, where the host can do that. */
  readonly prepare: (page: Page) => Promise<void>
}
