import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

test.use({
  files: {
    '_news/1.md': storyFile({ title: 'First story', date: '2026-03-12T10:00:00Z' }),
    '_news/2.md': storyFile({ title: 'Second story', date: '2026-03-11T10:00:00Z' }),
    '_news/3.md': storyFile({ title: 'Third story', date: '2026-03-10T10:00:00Z' })
  }
})

test('empties the inbox with the keyboard alone, and leaves the files alone', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.show('Inbox')
  await desk.focusList()

  await page.keyboard.press('Space')
  await desk.hears('Reviewed. Next: Second story')
  await desk.isAtStory('Second story')
  expect(await desk.storyTitles()).toEqual(['Second story', 'Third story'])

  await page.keyboard.press('h')
  await desk.hears('Held. Next: Third story')
  await page.keyboard.press('Space')
  await expect(page.getByText('Inbox is empty.')).toBeVisible()
  await expect(desk.statusBar).toContainText('3 of 3 reviewed')
  await page.keyboard.press('u')
  await expect(desk.notice).toContainText('No story is open.')
  expect(await library.diff()).toEqual([])

  await page.getByRole('button', { name: 'Show held' }).click()
  await expect(desk.stories.getByRole('row')).toHaveCount(1)
  await expect(desk.stories).toBeFocused()
  await expect(desk.storyRow('Second story, on the site, held')).toBeVisible()
})

test('takes a review back, and a decision together with its review', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.focusList()

  await page.keyboard.press('u')
  await expect.poll(() => library.read('_news/1.md')).toContain('published: false')
  await page.keyboard.press('Space')
  await expect.poll(() => desk.countOf('Inbox')).toBe(1)

  await page.keyboard.press('Control+z')
  await desk.hears('Undone: Mark 1 story as reviewed')
  await expect.poll(() => desk.countOf('Inbox')).toBe(2)
  expect(await library.read('_news/1.md')).toContain('published: false')

  await desk.undo.click()
  await expect.poll(library.diff).toEqual([])
  await expect.poll(() => desk.countOf('Inbox')).toBe(3)

  await desk.redo.click()
  await expect.poll(() => desk.countOf('Inbox')).toBe(2)
  await expect.poll(() => library.read('_news/1.md')).toContain('published: false')
})

test('remembers reviews when the window is opened again', async ({ page }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('h')
  await expect.poll(() => desk.countOf('Held')).toBe(1)

  await page.reload()
  await desk.isReady()

  expect(await desk.countOf('Held')).toBe(1)
  expect(await desk.countOf('Inbox')).toBe(2)
})

test('stays at a decided story when the editor wants that', async ({ page }) => {
  const desk = deskOn(page)
  await desk.chooseInViewMenu('Go on to the next story')
  await desk.show('Inbox')
  await desk.focusList()

  await page.keyboard.press('Space')
  await expect.poll(() => desk.countOf('Inbox')).toBe(2)
  await desk.isAtStory('First story')

  await page.keyboard.press('j')
  await desk.isAtStory('Second story')
  await expect(desk.stories.getByRole('row')).toHaveCount(2)
})
