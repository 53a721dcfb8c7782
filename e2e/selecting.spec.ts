import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const titles = ['First story', 'Second story', 'Third story', 'Fourth story', 'Fifth story']

test.use({
  files: Object.fromEntries(
    titles.map((title, n) => [
      `_news/${n}.md`,
      storyFile({ title, date: `2026-03-${20 - n}T10:00:00Z` })
    ])
  )
})

test('selects with the keyboard: one, a range, all and none', async ({ page }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await expect(desk.stories).toHaveAttribute('aria-multiselectable', 'true')

  await page.keyboard.press('x')
  await desk.hears('1 selected')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await page.keyboard.press('Shift+ArrowDown')
  await desk.hears('4 selected')
  expect(await desk.selected()).toEqual(titles.toSpliced(1, 1))
  await page.keyboard.press('Shift+K')
  await desk.isAtStory('Fourth story')
  expect(await desk.selected()).toEqual(['First story', 'Third story', 'Fourth story'])

  await page.keyboard.press('Control+a')
  await desk.hears('5 selected')
  await page.keyboard.press('Escape')
  await desk.hears('None selected')
  expect(await desk.selected()).toEqual([])
  await desk.isAtStory('Fourth story')
})

test('selects with the mouse: one by one, a range, and by the tick on the picture', async ({
  page
}) => {
  const desk = deskOn(page)

  await desk.storyRow('Second story').click()
  await desk.storyRow('Fourth story').click({ modifiers: ['Shift'] })
  expect(await desk.selected()).toEqual(['Second story', 'Third story', 'Fourth story'])

  await desk.storyRow('Third story').click({ modifiers: ['ControlOrMeta'] })
  await desk.storyRow('Fifth story').getByRole('button', { name: 'Select' }).click()
  expect(await desk.selected()).toEqual(['Second story', 'Fourth story', 'Fifth story'])
  await desk.isAtStory('Third story')

  await expect(desk.selection.getByRole('heading')).toHaveText('3 stories selected')
  await expect(desk.selection.getByRole('listitem')).toHaveCount(3)
  await expect(desk.title).toHaveCount(0)
  await page.keyboard.press('Enter')
  await desk.hears('Several stories are selected. Escape selects none.')
  await page.keyboard.press('Escape')
  await expect(desk.title).toHaveValue('Third story')
})

test('selects nothing that the list does not show', async ({ page }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('Control+a')

  await desk.search('first or second')
  await expect(desk.stories.getByRole('row')).toHaveCount(2)
  await desk.search('')

  await expect(desk.stories.getByRole('row')).toHaveCount(5)
  expect(await desk.selected()).toEqual(['First story', 'Second story'])
})
