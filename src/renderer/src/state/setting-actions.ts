import type { AppSettingChange } from '#shared/app-settings'
import type { SettingChange } from '#shared/library/setting-change'
import type { Result } from '#shared/result'
import { explainSettingError, type SettingError } from '#shared/setting-error'
import type { SettingsSheet } from '#shared/settings-sheet'
import type { Desk } from './desk'

/** All settings as they hold now; `null` if that cannot be asked. */
export const readSettings = (desk: Desk): Promise<SettingsSheet | null> =>
  desk.transport.call('settings.read', null).catch(() => null)

/** Changes a setting of the library. @returns why not, in the editor's words, or `null` if it is done. */
export const changeSetting = (desk: Desk, change: SettingChange): Promise<string | null> =>
  whyNot(desk.transport.call('settings.change', change))

/** Changes a setting of this person on this machine. @returns as `changeSetting`. */
export const changeOwnSetting = (desk: Desk, change: AppSettingChange): Promise<string | null> =>
  whyNot(desk.transport.call('settings.change-own', change))

async function whyNot(changing: Promise<Result<null, SettingError>>): Promise<string | null> {
  const changed = await changing.catch(() => null)
  // The host checks what it is given; what it refuses altogether, it does not explain.
  if (changed === null)
    return 'This cannot hold, or Storydesk does not answer. Nothing was written.'
  return changed.ok ? null : explainSettingError(changed.error)
}

/** What is listed with commas or on lines of its own; blanks around the items do not count. */
export const itemsIn = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** Whole numbers listed with commas. @returns `null` if one is none. */
export function numbersIn(text: string): readonly number[] | null {
  const items = itemsIn(text)
  return items.every((item) => /^\d{1,7}$/.test(item)) ? items.map(Number) : null
}
