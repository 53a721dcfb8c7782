import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { usualAppSettings } from '#shared/app-settings'
import { aFolder } from '../../test/a-folder'
import { APP_SETTINGS_FILE, createAppSettings } from './app-settings'
import { usualLimits } from './library/local-history'
import { createLog } from './log'

async function settingsWith(text: string | null) {
  const { folder, text: textOf } = await aFolder(text === null ? {} : { [APP_SETTINGS_FILE]: text })
  const lines: string[] = []
  const settings = createAppSettings(
    folder,
    createLog((line) => lines.push(line))
  )
  return { settings, lines, folder, text: () => textOf(APP_SETTINGS_FILE) }
}

it.each([
  ['as usual without a file', null, usualLimits],
  ['as usual where it says nothing', '{}', usualLimits],
  ['as it says', '{"localHistory":{"days":7,"megabytes":2}}', { days: 7, bytes: 2 * 1024 * 1024 }],
  [
    'as it says after a byte order mark',
    '\uFEFF{"localHistory":{"days":7}}',
    { ...usualLimits, days: 7 }
  ],
  ['as usual where it says half', '{"localHistory":{"days":7}}', { ...usualLimits, days: 7 }]
])('keeps versions %s', async (_, text, limits) => {
  const { settings, lines } = await settingsWith(text)

  expect(settings.keepLimits()).toEqual(limits)
  expect(lines).toEqual([])
})

it.each([
  ['broken JSON', '{\n  "localHistory": {\n', 3, /no JSON/],
  ['a list', '[]', 1, /names and values/],
  ['a number out of range', '{\n"localHistory": {\n"days": 0}}', 3, /^localHistory: days: /],
  ['an unknown part', '{"localHistory":{"weeks":1}}', 1, /^localHistory: .*default holds/],
  [
    'an unknown name',
    '{\n"updates": "https://desk.example/latest",\n"history": {}}',
    3,
    /^history: .*no setting/
  ],
  [
    'a name like a prototype',
    '{"__proto__": {"updates": "https://desk.example/latest"}}',
    1,
    /^__proto__: /
  ]
])('says with its line that there is %s, and leaves the file', async (_, text, line, message) => {
  const { settings, lines, text: now } = await settingsWith(text)

  const { values, problems } = settings.read()
  expect(values.localHistory).toEqual(usualAppSettings.localHistory)
  expect(problems).toMatchObject([{ line, message: expect.stringMatching(message) }])
  expect(lines).toEqual([expect.stringContaining(`settings.json, line ${line}: `)])
  expect(await now()).toBe(text)
})

it('lets the other settings hold when one is wrong, also what people write later', async () => {
  const { settings, folder } = await settingsWith(null)
  await writeFile(
    join(folder, APP_SETTINGS_FILE),
    '{"localHistory": 3, "updates": "https://desk.example/latest"}'
  )

  expect(settings.read().values).toEqual({
    ...usualAppSettings,
    updates: 'https://desk.example/latest'
  })
})

it('writes one setting, and takes it out to be as usual', async () => {
  const { settings, text } = await settingsWith(null)

  expect(await settings.change({ name: 'updates', value: 'https://desk.example/latest' })).toEqual({
    ok: true,
    value: null
  })
  await settings.change({ name: 'localHistory', value: { days: 7, megabytes: 500 } })
  expect(JSON.parse(await text())).toEqual({
    updates: 'https://desk.example/latest',
    localHistory: { days: 7, megabytes: 500 }
  })
  await settings.change({ name: 'updates', value: null })
  expect(settings.read()).toEqual({
    values: { ...usualAppSettings, localHistory: { days: 7, megabytes: 500 } },
    problems: []
  })
})

it('writes nothing into a file that it cannot read', async () => {
  const broken = await settingsWith('{\n  "a": 1,\n  b')
  expect(
    await broken.settings.change({ name: 'updates', value: 'https://desk.example/latest' })
  ).toMatchObject({
    ok: false,
    error: { code: 'settings', line: 3 }
  })
  expect(await broken.text()).toBe('{\n  "a": 1,\n  b')

  const { settings, folder } = await settingsWith(null)
  await mkdir(join(folder, APP_SETTINGS_FILE))
  expect(settings.read().problems).toMatchObject([{ line: 1 }])
  expect(
    await settings.change({ name: 'updates', value: 'https://desk.example/latest' })
  ).toMatchObject({
    ok: false,
    error: { code: 'disk' }
  })
})
