import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonPatch } from '#shared/json'
import type { SettingChange } from '#shared/library/setting-change'
import { type LibrarySettings, usualSettings } from '#shared/library/settings'
import { fail, ok, type Result } from '#shared/result'
import type { SettingError } from '#shared/setting-error'
import { type CheckGrades, readGrades } from '#shared/story/check-grades'
import { patchBetween } from './patch-between'
import { SETTINGS_FILE, saidIn, settingsFrom } from './read-settings'
import { readSettingsText } from './settings-text'

/**
 * Plans what an editor wants of one setting against what `storydesk.yml` says now.
 *
 * @param text the file; empty if there is none.
 * @returns the whole new text. All but what changes in this setting stands as it did, comments too.
 */
export function planSetting(text: string, change: SettingChange): Result<string, SettingError> {
  const { name, was, value } = change
  const said = saidIn(text)
  if (!said.ok) return refused(said.error.line, said.error.message)
  const read = readSettingsText(text)
  if (!read.ok) return refused(read.error.line, read.error.message)
  const before = settingsFrom(text)
  if (!isDeepStrictEqual(before.settings[name], was)) {
    return fail({ code: 'changed', file: SETTINGS_FILE, name })
  }
  const patch = patchFor(said.value, name, value)
  if (patch.length === 0) return ok(text)
  const patched = read.value.patch(patch)
  if (!patched.ok) return refused(patched.error.line, patched.error.message)
  const wanted = { ...before.settings, [name]: value ?? usualSettings[name] }
  return isDeepStrictEqual(settingsFrom(patched.value).settings, wanted)
    ? ok(patched.value)
    : refused(1, 'This edit would change more than it should.')
}

function patchFor(
  said: Readonly<Record<string, unknown>>,
  name: keyof LibrarySettings,
  value: unknown
): JsonPatch {
  const path = `/${name}`
  const isSaid = Object.hasOwn(said, name)
  const needed = neededOf(name, value, said[name])
  if (needed === null) return isSaid ? [{ op: 'remove', path }] : []
  return isSaid ? patchBetween(path, said[name], needed) : [{ op: 'add', path, value: needed }]
}

/** @returns `null`: nothing need be said. */
function neededOf(name: keyof LibrarySettings, value: unknown, said: unknown): Json {
  if (name === 'checks' && value !== null) return neededGrades(value as CheckGrades, said)
  if (name === 'quality' && value !== null) return neededScores(value as Scores, said)
  return value as Json
}

/** What is no rule or no grade is not the editor's to take out: it stays for whoever wrote it. */
function neededGrades(value: CheckGrades, said: unknown): Json {
  const known = typeof said === 'object' && said !== null && !Array.isArray(said) ? { ...said } : {}
  const { refused } = readGrades(known)
  const others = Object.entries(known).filter(([key]) => refused.some(({ rule }) => rule === key))
  const needed = { ...Object.fromEntries(others), ...value }
  return isDeepStrictEqual(needed, {}) ? null : (needed as Json)
}

type Scores = LibrarySettings['quality']

/** What the file does not say need not be said if it is as usual. */
function neededScores(value: Scores, said: unknown): Json {
  const isSaid = (key: string) =>
    typeof said === 'object' && said !== null && Object.hasOwn(said, key)
  const isUsual = (key: keyof Scores) => isDeepStrictEqual(value[key], usualSettings.quality[key])
  const keys = (['least', 'most', 'presets'] as const).filter((key) => isSaid(key) || !isUsual(key))
  return Object.fromEntries(keys.map((key) => [key, value[key]]))
}

const refused = (line: number, reason: string): Result<never, SettingError> =>
  fail({ code: 'settings', file: SETTINGS_FILE, line, reason })
