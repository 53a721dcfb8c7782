import { readFileSync, statSync } from 'node:fs'
import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { type AppSettingChange, AppSettings, usualAppSettings } from '#shared/app-settings'
import type { Problem } from '#shared/problem'
import { fail, ok, type Result } from '#shared/result'
import type { SettingError } from '#shared/setting-error'
import { diskReason } from './library/disk'
import type { KeepLimits } from './library/local-history'
import { lineOfSetting, saidIn } from './library/read-settings'
import { takeSettings } from './library/take-settings'
import { LARGEST_SETTINGS, writeSettings } from './library/write-settings'
import type { Log } from './log'

/** `settings.json`, read anew whenever it is asked for: people write it by hand, too. */
export type AppSettingsFile = {
  read(): { readonly values: AppSettings; readonly problems: readonly Problem[] }
  /** Writes one setting and leaves the others as they are. */
  change(change: AppSettingChange): Promise<Result<null, SettingError>>
  keepLimits(): KeepLimits
}

/** Below the app data folder. */
export const APP_SETTINGS_FILE = 'settings.json'

const MEGABYTE = 1024 * 1024

/** What cannot hold is as usual, and the log says why; the file stays as it is. */
export function createAppSettings(appData: string, log: Log): AppSettingsFile {
  const path = join(appData, APP_SETTINGS_FILE)

  function read() {
    const text = textAt(path)
    return text.ok
      ? settingsIn(text.value)
      : { values: usualAppSettings, problems: [problem(1, text.error)] }
  }

  for (const { line, message } of read().problems) {
    log.warn(`${path}, line ${line}: ${message} The file is untouched`)
  }
  return {
    read,
    keepLimits() {
      const { days, megabytes } = read().values.localHistory
      return { days, bytes: megabytes * MEGABYTE }
    },
    async change(change) {
      try {
        await mkdir(appData, { recursive: true })
        const folder = await realpath(appData)
        const written = await writeSettings(folder, APP_SETTINGS_FILE, (text) =>
          textWith(text, change)
        )
        return written.ok || written.error.code !== 'disk'
          ? (written as Result<null, SettingError>)
          : disk(written.error.reason)
      } catch (cause) {
        return disk(diskReason(cause))
      }
    }
  }
}

function settingsIn(text: string): ReturnType<AppSettingsFile['read']> {
  const said = jsonIn(text)
  if (!said.ok) return { values: usualAppSettings, problems: [said.error] }
  const { values, refused } = takeSettings(AppSettings.shape, usualAppSettings, said.value)
  const problems = refused.map(({ name, reason, at }) =>
    problem(lineOfSetting(text, name, at), `${name}: ${reason}`)
  )
  return { values, problems }
}

/** @returns the whole new text, with the other settings as they were. */
function textWith(text: string, { name, value }: AppSettingChange): Result<string, SettingError> {
  const said = jsonIn(text)
  if (!said.ok) {
    const { line, message } = said.error
    return fail({ code: 'settings', file: APP_SETTINGS_FILE, line, reason: message })
  }
  const { [name]: _, ...others } = said.value
  const next = value === null ? others : { ...said.value, [name]: value }
  return ok(`${JSON.stringify(next, null, 2)}\n`)
}

function jsonIn(marked: string): Result<Readonly<Record<string, unknown>>, Problem> {
  const text = marked.replace(/^\uFEFF/, '') // some editors write a byte order mark, which is no JSON
  if (text.trim() === '') return ok({})
  try {
    const said: unknown = JSON.parse(text)
    const isMap = typeof said === 'object' && said !== null && !Array.isArray(said)
    return isMap ? ok({ ...said }) : fail(problem(1, 'These are no names and values in braces.'))
  } catch {
    // What is no JSON is mostly no YAML either, and that reader knows the place.
    const read = saidIn(text)
    return fail(problem(read.ok ? 1 : read.error.line, 'This is no JSON.'))
  }
}

function textAt(path: string): Result<string, string> {
  try {
    const stats = statSync(path)
    const isReadable = stats.isFile() && stats.size <= LARGEST_SETTINGS
    return isReadable
      ? ok(readFileSync(path, 'utf8'))
      : fail('This is no file, or a very large one.')
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    return isMissing ? ok('') : fail(`This file cannot be read: ${diskReason(cause)}.`)
  }
}

const problem = (line: number, message: string): Problem => ({
  code: 'settings',
  line,
  column: 1,
  message
})

const disk = (reason: string): Result<never, SettingError> =>
  fail({ code: 'disk', file: APP_SETTINGS_FILE, reason })
