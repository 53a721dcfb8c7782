import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppSettingChange } from '#shared/app-settings'
import type { SettingChange } from '#shared/library/setting-change'
import type { SettingsSheet } from '#shared/settings-sheet'
import type { Desk } from './desk'
import { changeOwnSetting, changeSetting, readSettings } from './setting-actions'

type Library = NonNullable<SettingsSheet['library']>
type App = SettingsSheet['app']

/** Plans a change of what holds by then, or says why there is none. */
export type PlanChange<Values, Change> = (values: Values) => Change | string

/** All settings as they hold, and what can be done about them. */
export type SheetKeeper = {
  readonly store: StoreApi<{ readonly sheet: SettingsSheet | null; readonly said: string }>
  look(): Promise<void>
  /** @returns why it was not saved, or `null`. */
  changeLibrary(plan: PlanChange<Library['values'], SettingChange>): Promise<string | null>
  changeOwn(plan: PlanChange<App['values'], AppSettingChange>): Promise<string | null>
}

/**
 * Keeps the settings for showing them. Changes are made one after the other, each of what the one before left: those of
 * quick hands do not refuse each other.
 */
export function createSheetKeeper(desk: Desk): SheetKeeper {
  const store: SheetKeeper['store'] = createStore(() => ({
    sheet: null,
    said: 'Each change is saved at once.'
  }))
  let turn: Promise<unknown> = Promise.resolve()

  async function look(): Promise<void> {
    const sheet = await readSettings(desk)
    if (sheet !== null) store.setState({ sheet })
  }

  function inTurn(change: (sheet: SettingsSheet) => Promise<string | null>) {
    const done = turn.then(async () => {
      const { sheet } = store.getState()
      const why = sheet === null ? null : await change(sheet)
      await look()
      store.setState({ said: why === null ? 'Saved.' : 'Not saved.' })
      return why
    })
    turn = done
    return done
  }

  return {
    store,
    look,
    changeLibrary: (plan) =>
      inTurn(async ({ library }) => {
        if (library === null) return 'No library is open.'
        const change = plan(library.values)
        return typeof change === 'string' ? change : changeSetting(desk, change)
      }),
    changeOwn: (plan) =>
      inTurn(async ({ app }) => {
        const change = plan(app.values)
        return typeof change === 'string' ? change : changeOwnSetting(desk, change)
      })
  }
}
