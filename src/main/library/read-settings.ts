import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { loadAll, YAMLException } from 'js-yaml'
import { LibrarySettings, usualSettings } from '#shared/library/settings'
import type { Problem } from '#shared/problem'
import { fail, ok, type Result } from '#shared/result'
import { readGrades } from '#shared/story/check-grades'
import { codeOf, diskReason } from './disk'
import { readViews } from './read-views'
import { readSettingsText } from './settings-text'
import { takeSettings } from './take-settings'
import { LARGEST_SETTINGS } from './write-settings'

/** What holds in a library, and what its file says that cannot hold: the defaults take its place. */
export type SettingsReading = {
  readonly settings: LibrarySettings
  readonly problems: readonly Problem[]
}

/** Below the library's folder. */
export const SETTINGS_FILE = 'storydesk.yml'

/** Reads the settings of the library at `root`; the defaults if it has none. Never fails, and never writes. */
export async function readSettings(root: string): Promise<SettingsReading> {
  const path = join(root, SETTINGS_FILE)
  try {
    const stats = await stat(path)
    if (!stats.isFile() || stats.size > LARGEST_SETTINGS) {
      return usual(problem(1, 'This is no settings file, or a very large one.'))
    }
    return settingsFrom(await readFile(path, 'utf8'))
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return { settings: usualSettings, problems: [] }
    return usual(problem(1, `This file cannot be read: ${diskReason(cause)}.`))
  }
}

/** Reads settings from YAML. Each that is wrong has its default, the others hold. */
export function settingsFrom(text: string): SettingsReading {
  const said = saidIn(text)
  if (!said.ok) return usual(said.error)
  const taken = takeSettings(LibrarySettings.shape, usualSettings, said.value)
  const problems = taken.refused.map(({ name, reason, at }) =>
    problem(lineOfSetting(text, name, at), `${name}: ${reason}`)
  )
  const { views, refused } = readViews(taken.values.views)
  for (const { index, reason } of refused) {
    const message = `views: number ${index + 1}: ${reason} It is left out.`
    problems.push(problem(lineOfSetting(text, 'views', index), message))
  }
  const { grades, refused: ungraded } = readGrades(taken.values.checks)
  for (const { rule, reason } of ungraded) {
    const message = `checks: ${rule}: ${reason} It is left out.`
    problems.push(problem(lineOfSetting(text, 'checks', rule), message))
  }
  return {
    settings: { ...taken.values, views: views.map(({ view }) => view), checks: grades },
    problems: problems.sort((a, b) => a.line - b.line)
  }
}

/** All that the file says, whether it can hold or not. */
export function saidIn(text: string): Result<Readonly<Record<string, unknown>>, Problem> {
  try {
    const said: unknown = loadAll(text)[0] ?? {}
    return typeof said !== 'object' || said === null || Array.isArray(said)
      ? fail(problem(1, 'The settings are not a list of names and values.'))
      : ok({ ...said })
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause
    const { line = 0, column = 0 } = cause.mark ?? {}
    return fail({ ...problem(line + 1, `${cause.reason}.`), column: column + 1 })
  }
}

/**
 * The line of a setting in a file of settings, be it YAML or JSON.
 *
 * @param item the place of an item in the setting's list, or a key of the setting.
 */
export function lineOfSetting(text: string, name: string, item?: number | string): number {
  const read = readSettingsText(text)
  const line = read.ok ? (read.value.lineOf(name, item) ?? read.value.lineOf(name)) : null
  return line ?? lineOfName(text, name)
}

/** What the engine cannot read can be looked through all the same. */
function lineOfName(text: string, name: string): number {
  const lines = text.split(/\r\n|\n|\r/)
  const at = lines.findIndex((line) => line.replace(/^["'{ ]+/, '').startsWith(name))
  return at === -1 ? 1 : at + 1
}

const usual = (found: Problem): SettingsReading => ({
  settings: usualSettings,
  problems: [found]
})

const problem = (line: number, message: string): Problem => ({
  code: 'settings',
  line,
  column: 1,
  message
})
