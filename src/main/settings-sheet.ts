import { usualAppSettings } from '#shared/app-settings'
import { usualSettings } from '#shared/library/settings'
import type { SettingsSheet } from '#shared/settings-sheet'
import type { AppSettingsFile } from './app-settings'
import type { Library } from './library/library'

/** All settings as they hold now. */
export function settingsSheet(library: Library, appSettings: AppSettingsFile): SettingsSheet {
  const values = library.settings()
  const { settingsProblems: problems = [] } = library.snapshot().state
  return {
    app: { ...appSettings.read(), usual: usualAppSettings },
    library: values === null ? null : { values, usual: usualSettings, problems }
  }
}
