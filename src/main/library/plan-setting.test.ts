import { expect, it } from 'vitest'
import { SettingChange } from '#shared/library/setting-change'
import { usualSettings } from '#shared/library/settings'
import { planSetting } from './plan-setting'
import { settingsFrom } from './read-settings'

/** Changes a setting as the screen does: from what holds to what is wanted. */
const planned = (text: string, name: string, value: unknown) => {
  const was = settingsFrom(text).settings[name as 'stories']
  return planSetting(text, SettingChange.parse({ name, was, value }))
}

const FILE = `# Ours, since 2024
stories: [_news/*.md, "!_news/old/**"] # not the old ones
checks:
  unknown-topic: 'off' # for now
  # nobody sorts
  links-not-by-quality: off
dates:
- publishedDateTime
- updatedDateTime   # by the robot
`

it.each([
  ['a list item', 'stories', ['_news/*.md', 'b.md'], ['"!_news/old/**"', '"b.md"']],
  [
    'a rule',
    'checks',
    { 'unknown-topic': 'error', 'links-not-by-quality': 'off' },
    ["'off' #", "'error' #"]
  ],
  [
    'one more date',
    'dates',
    ['publishedDateTime', 'updatedDateTime', 'ended'],
    ['by the robot\n', 'by the robot\n- ended\n']
  ]
])('changes %s and no other byte', (_, name, value, [from = '', to = '']) => {
  expect(planned(FILE, name, value)).toEqual({ ok: true, value: FILE.replace(from, to) })
})

it('adds what the file does not say, and no more than is needed', () => {
  const quality = { least: 0, most: 200, presets: usualSettings.quality.presets }
  const text = FILE.replaceAll('\n', '\r\n')

  expect(planned(text, 'quality', quality)).toEqual({
    ok: true,
    value: `${text}quality:\r\n  most: 200\r\n`
  })
  expect(planned('', 'remotePictures', false)).toEqual({
    ok: true,
    value: 'remotePictures: false\n'
  })
})

it('takes out what is as usual again', () => {
  const result = planned(FILE, 'checks', null)
  expect(result.ok && settingsFrom(result.value).settings.checks).toEqual({})
  expect(result.ok && result.value).toContain('# Ours, since 2024\nstories:')
  expect(planned(FILE, 'topics', null)).toEqual({ ok: true, value: FILE })
})

it('leaves rules that it does not know, or whose grade is none, as they are', () => {
  const text = 'checks:\n  no-rule: off # ours\n  self-link: error\n  missing-field: bad\n'

  expect(planned(text, 'checks', { 'self-link': 'note' })).toEqual({
    ok: true,
    value: text.replace('self-link: error', 'self-link: note')
  })
  expect(planned(text, 'checks', {})).toEqual({
    ok: true,
    value: text.replace('  self-link: error\n', '')
  })
  expect(planned(text, 'checks', { 'self-link': 'error', 'missing-field': 'off' })).toMatchObject({
    ok: true,
    value: expect.stringContaining('missing-field: "off"')
  })
})

it('replaces a value that could not hold', () => {
  expect(planned('dates: soon # ?\nviews: []\n', 'dates', ['ended'])).toMatchObject({ ok: true })
})

it('writes nothing when the file says something else than the editor saw, or cannot be read', () => {
  const change = { name: 'remotePictures', was: true, value: false } as const

  expect(planSetting('remotePictures: false\n', change)).toMatchObject({
    ok: false,
    error: { code: 'changed', name: 'remotePictures' }
  })
  expect(planSetting('a: "open\n', change)).toMatchObject({
    ok: false,
    error: { code: 'settings', file: 'storydesk.yml' }
  })
})
