import { join } from 'node:path'

/** The project's folder. */
export const root = join(import.meta.dirname, '..', '..')

/** @param appData a folder of the test's own for what Storydesk keeps besides stories */
export const environment = (appData: string): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)
  ),
  STORYDESK_DATA: appData
})
