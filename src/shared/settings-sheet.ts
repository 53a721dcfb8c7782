import type { AppSettings } from './app-settings'
import type { ChangeableSettings } from './library/setting-change'
import type { Problem } from './problem'

/** Settings as they hold, what holds where nothing is said, and what the file says and cannot hold. */
type Sheet<Values> = {
  readonly values: Values
  readonly usual: Values
  readonly problems: readonly Problem[]
}

/** All settings, for showing them. */
export type SettingsSheet = {
  readonly app: Sheet<AppSettings>
  /** `null`: no library is open. */
  readonly library: Sheet<ChangeableSettings> | null
}
