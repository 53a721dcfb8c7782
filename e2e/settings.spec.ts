import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const TIDES = '_news/tides.md'
test.use({
  files: {
    [TIDES]: storyFile({ title: 'Tides turn early', quality: 80 }),
    'storydesk.yml': '# Ours\nquality: # of all desks\n  most: 200\ndates: soon\n'
  }
})

test('settings are shown with what is wrong, and a change is one line of storydesk.yml that acts at once', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')
  await desk.focusList()
  await page.keyboard.press('ControlOrMeta+,')
  await expect(desk.settings.getByText('Line 4 dates:')).toBeVisible()
  await expect(desk.setting('Highest quality')).toHaveValue('200')

  await desk.setting('Quality presets').fill('33, 250')
  await page.keyboard.press('Enter')
  await expect(desk.settings.getByRole('alert')).toHaveText('Each preset must be from 0 to 200.')
  await desk.setting('Quality presets').fill('33, 66')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab') // is no second change
  await expect.poll(() => library.diff()).toEqual(['+  presets:', '+    - 33', '+    - 66'])
  await expect(desk.settings.getByText('Saved.')).toBeVisible()
  await expect(desk.settings.getByRole('alert')).toHaveCount(0)

  await page.keyboard.press('Escape')
  await desk.focusList()
  await page.keyboard.press('2')
  await expect(desk.quality).toHaveValue('66')
  await expect.poll(() => library.read(TIDES)).toMatch(/^quality: 66\b/m)
})
