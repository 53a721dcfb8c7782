import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { type KeepLimits, usualLimits } from './library/local-history'
import type { Log } from './log'

/** What holds for this person on this machine, whatever library is open. */
export type AppSettings = {
  /** How long, and up to how many bytes a library, replaced versions of stories are kept. */
  readonly localHistory: KeepLimits
}

/** Below the app data folder. Only people write it. */
export const APP_SETTINGS_FILE = 'settings.json'

const MEGABYTE = 1024 * 1024
const LocalHistory = z.strictObject({
  days: z.number().min(1).max(3650).default(usualLimits.days),
  megabytes: z
    .number()
    .min(1)
    .max(1_000_000)
    .default(usualLimits.bytes / MEGABYTE)
})
const Written = z.strictObject({ localHistory: LocalHistory.prefault({}) })

/** Reads `settings.json`; what it does not say, or says wrongly as a whole, is as usual, and the log says why. */
export function readAppSettings(appData: string, log: Log): AppSettings {
  const path = join(appData, APP_SETTINGS_FILE)
  const written = Written.safeParse(valueIn(path, log))
  if (!written.success) {
    const [issue] = written.error.issues
    const name = issue?.path.join('.') || 'the whole'
    log.warn(`${path}: ${name}: ${issue?.message}. The usual settings hold; the file is untouched`)
  }
  const { days, megabytes } = written.data?.localHistory ?? LocalHistory.parse({})
  return { localHistory: { days, bytes: megabytes * MEGABYTE } }
}

/** @returns `{}` if there is no such file, or none that can be read. */
function valueIn(path: string, log: Log): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    if (!isMissing) log.warn(`${path} cannot be read. The usual settings hold`, cause)
    return {}
  }
}
