import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonPatch } from '#shared/json'
import type { SettingChange } from '#shared/library/setting-change'
import { type LibrarySettings, usualSettings } from '#shared/library/settings'
import { fail, ok, type Result } from '#shared/result'
import type { SettingError } from '#shared/setting-error'
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
  const isEmpty = value === null || (name === 'checks' && isDeepStrictEqual(value, {}))
  const isSaid = Object.hasOwn(said, name)
  if (isEmpty) return isSaid ? [{ op: 'remove', path }] : []
  const needed = name === 'quality' ? neededOf(value as Scores, said[name]) : (value as Json)
  return isSaid ? patchBetween(path, said[name], needed) : [{ op: 'add', path, value: needed }]
}

type Scores = LibrarySettings['quality']

/** What the file does not say need not be said if it is as usual. */
function neededOf(value: Scores, said: unknown): Json {
  const isSaid = (key: string) =>
    typeof said === 'object' && said !== null && Object.hasOwn(said, key)
  const isUsual = (key: keyof Scores) => isDeepStrictEqual(value[key], usualSettings.quality[key])
  const keys = (['least', 'most', 'presets'] as const).filter((key) => isSaid(key) || !isUsual(key))
  return Object.fromEntries(keys.map((key) => [key, value[key]]))
}

const refused = (line: number, reason: string): Result<never, SettingError> =>
  fail({ code: 'settings', file: SETTINGS_FILE, line, reason })
