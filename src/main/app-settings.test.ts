import { expect, it } from 'vitest'
import { aFolder } from '../../test/a-folder'
import { APP_SETTINGS_FILE, readAppSettings } from './app-settings'
import { usualLimits } from './library/local-history'
import { createLog } from './log'

const MB = 1024 * 1024

async function reading(text: string | null) {
  const { folder } = await aFolder(text === null ? {} : { [APP_SETTINGS_FILE]: text })
  const said: string[] = []
  const settings = readAppSettings(
    folder,
    createLog((line) => said.push(line))
  )
  return { ...settings.localHistory, said }
}

it.each([
  ['as usual without a file', null, usualLimits],
  ['as usual where it says nothing', '{}', usualLimits],
  ['as it says', '{"localHistory":{"days":7,"megabytes":20}}', { days: 7, bytes: 20 * MB }],
  ['as usual where it says half', '{"localHistory":{"days":7}}', { ...usualLimits, days: 7 }]
])('keeps local history %s', async (_, text, limits) => {
  expect(await reading(text)).toEqual({ ...limits, said: [] })
})

it.each([
  ['a wrong value', '{"localHistory":{"days":"many"}}', /localHistory\.days/],
  ['a name that it does not know', '{"localHistroy":{}}', /localHistroy/],
  ['no JSON', '{', /cannot be read/],
  ['no object', '[]', /the whole/]
])('says of %s what is wrong, and goes on as usual', async (_, text, reason) => {
  const { said, ...limits } = await reading(text)
  expect(limits).toEqual(usualLimits)
  expect(said).toEqual([expect.stringMatching(reason)])
})
