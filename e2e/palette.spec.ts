import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

test.use({
  files: {
    '_news/1.md': storyFile({
      title: 'First story',
      date: '2026-03-12T10:00:00Z',
      links: ['Alpha', 'Bravo']
    }),
    '_news/2.md': storyFile({ title: 'Small quakes are normal', date: '2026-03-11T10:00:00Z' })
  }
})

test('runs a command by its words, and gives the focus back', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('Control+k')
  await expect(desk.palette).toBeVisible()

  await page.keyboard.type('quality 110')
  await expect(desk.paletteLine('Quality 110')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')

  await expect(desk.palette).toHaveCount(0)
  await expect.poll(() => library.read('_news/1.md')).toContain('quality: 110')
  await desk.isAtStory('First story')
})

test('finds stories and views', async ({ page }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('quakes')
  await page.keyboard.press('Enter')
  await expect(desk.title).toHaveValue('Small quakes are normal')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('held stor')
  await page.keyboard.press('Enter')
  await expect(desk.stories).toHaveCount(0)
})

test('says why a command cannot run, and does not run it', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('sort related')
  await expect(desk.paletteLine('Sort related by quality')).toContainText('In order already')
  await expect(desk.paletteLine('Sort related by quality')).toHaveAttribute('aria-disabled', 'true')

  await page.keyboard.press('Enter')
  await expect(desk.palette).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(desk.palette).toHaveCount(0)
  await desk.isAtStory('First story')
  expect(await library.diff()).toEqual([])
})

test('takes the focus where the command leads', async ({ page }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('add related')
  await page.keyboard.press('Enter')
  await expect(desk.addLink).toBeFocused()
})
