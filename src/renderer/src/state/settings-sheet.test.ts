import { expect, it } from 'vitest'
import { usualAppSettings } from '#shared/app-settings'
import type { SettingChange } from '#shared/library/setting-change'
import { type LibrarySettings, usualSettings } from '#shared/library/settings'
import { aDesk } from './desk.builder'
import { sameJson } from './same-json'
import { createSheetKeeper } from './settings-sheet'

/** A host that keeps the settings of a library as `storydesk.yml` does. */
async function aSheet() {
  let values: LibrarySettings = usualSettings
  const { desk } = await aDesk([], async (method, params) => {
    if (method === 'settings.read') {
      const app = { values: usualAppSettings, usual: usualAppSettings, problems: [] }
      return { app, library: { values, usual: usualSettings, problems: [] } }
    }
    const { name, was, value } = params as SettingChange
    if (!sameJson(was, values[name]))
      return { ok: false, error: { code: 'changed', file: 'storydesk.yml', name } }
    values = { ...values, [name]: value ?? usualSettings[name] }
    return { ok: true, value: null }
  })
  const keeper = createSheetKeeper(desk)
  await keeper.look()
  const said = () => keeper.store.getState().said
  return { keeper, said, quality: () => values.quality }
}

const highest = (most: number) => (values: Pick<LibrarySettings, 'quality'>) =>
  ({ name: 'quality', was: values.quality, value: { ...values.quality, most } }) as const
const presets = (scores: readonly number[]) => (values: Pick<LibrarySettings, 'quality'>) =>
  ({ name: 'quality', was: values.quality, value: { ...values.quality, presets: scores } }) as const

it('makes quick changes of one setting one after the other, none in the place of another', async () => {
  const { keeper, quality, said } = await aSheet()

  const done = await Promise.all([
    keeper.changeLibrary(highest(200)),
    keeper.changeLibrary(highest(200)), // Enter, and then leaving the field
    keeper.changeLibrary(presets([10, 20]))
  ])
  expect(done).toEqual([null, null, null])
  expect(quality()).toEqual({ least: 0, most: 200, presets: [10, 20] })
  expect(said()).toBe('Saved.')
})

it('says why nothing was saved, and goes on', async () => {
  const { keeper, quality, said } = await aSheet()

  expect(await keeper.changeLibrary(() => 'One to nine presets can be set.')).toMatch(/One to nine/)
  expect(said()).toBe('Not saved.')
  expect(await keeper.changeLibrary(highest(300))).toBe(null)
  expect(quality().most).toBe(300)
})
