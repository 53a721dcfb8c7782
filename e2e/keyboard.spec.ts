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
    '_news/2.md': storyFile({ title: 'Second story', date: '2026-03-11T10:00:00Z' }),
    '_news/3.md': storyFile({ title: 'Third story', date: '2026-03-10T10:00:00Z' }),
    '_data/topics/oceans.yaml': 'name: Oceans\n',
    '_data/topics/rivers.yaml': 'name: Rivers\nkeywords: [second]\n'
  }
})

test('reviews stories with the keyboard alone', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('j')
  await desk.isAtStory('Second story')
  await page.keyboard.press('k')
  await desk.isAtStory('First story')

  await page.keyboard.press('5')
  await expect.poll(() => library.read('_news/1.md')).toContain('quality: 140')
  await page.keyboard.press('u')
  await expect.poll(() => library.read('_news/1.md')).toContain('published: false')

  await page.keyboard.press('Control+z')
  await expect.poll(() => library.read('_news/1.md')).toContain('published: true')
  await page.keyboard.press('Control+z')
  await expect.poll(library.diff).toEqual([])
})

test('single keys are letters inside a text field', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('/')
  await expect(desk.searchBox).toBeFocused()

  await page.keyboard.type('up5jk')

  await expect(desk.searchBox).toHaveValue('up5jk')
  expect(await library.diff()).toEqual([])
})

test('moves a related link and comes back to the list', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('r')
  await desk.isAtLink('Alpha')

  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(desk.linkTitles).toEqual(['Bravo', 'Alpha'])
  await desk.isAtLink('Alpha')
  await expect
    .poll(async () => (await library.read('_news/1.md')).indexOf('"Bravo"'))
    .toBeGreaterThan(0)

  await page.keyboard.press('Escape')
  await desk.isAtStory('First story')
})

test('goes places, filters, suggests, saves at once and sees the work of others by keys', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('g')
  await desk.hears('Go to: I Inbox, P Problems, C Changes')
  await page.keyboard.press('i')
  await page.keyboard.press('Space')
  await desk.isAtStory('Second story')
  await page.keyboard.press('Control+z')
  await desk.isAtStory('First story')

  await page.keyboard.press('f')
  await page.keyboard.press('Enter')
  await expect(desk.stories.getByRole('row')).toHaveCount(1)
  await desk.removeFilter('has related')
  await desk.openStory('Second story')
  await desk.focusList()
  await page.keyboard.press('j')
  await expect(desk.addSuggested('Rivers')).toBeVisible()
  await page.keyboard.press('s')
  await expect.poll(() => library.read('_news/2.md')).toContain('- Rivers')
  await expect(desk.addSuggested('Rivers')).toHaveCount(0)

  await library.write(
    '_news/3.md',
    storyFile({ title: 'Third story', date: '2026-03-10T10:00:00Z', quality: 7 })
  )
  await expect(desk.storyRow('Third story, on the site, changed outside')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.type('!')
  await page.keyboard.press('Control+s')
  await desk.hears('All changes are saved.')
  expect(await library.read('_news/2.md')).toContain('Second story!')
  await desk.openStory('Third story')
  await expect(desk.storyRow('Third story, on the site, quality 7')).toBeVisible()
})

test('shows all keys on ?, gives a command another one, and switches single keys off', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.focusList()

  await page.keyboard.press('?')
  await expect(desk.shortcuts).toBeVisible()
  await desk.changeKey('Next story').press('Enter')
  await page.keyboard.press('n')
  await desk.hears('Next story: N')
  await page.keyboard.press('Escape')

  await expect(desk.shortcuts).toHaveCount(0)
  await desk.isAtStory('First story')
  await page.keyboard.press('j')
  await desk.isAtStory('First story')
  await page.keyboard.press('n')
  await desk.isAtStory('Second story')

  await page.keyboard.press('?')
  await desk.singleKeys.press('Space')
  await page.keyboard.press('Escape')
  for (const key of ['k', 'u', '4', 'Space', '?']) await page.keyboard.press(key)
  await page.keyboard.press('ArrowUp')
  await desk.isAtStory('First story')
  expect(await library.diff()).toEqual([])
})
