import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

test.use({
  files: {
    '_news/tides.md': storyFile({ title: 'Tides turn early', topics: ['Oceans'], quality: 80 }),
    '_news/ferries.md': storyFile({ title: 'Ferries go electric', topics: ['Oceans', 'Energy'] }),
    '_news/trams.md': storyFile({ title: 'Trams greet riders', topics: ['Cities'], quality: 20 }),
    'storydesk.yml': '# Ours.\nviews:\n  - name: Cities # all of them\n    query: topic:Cities\n'
  }
})

test('saves a search under a name, with its groups, and leaves the rest of the file alone', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.search('topic:Oceans')
  await desk.searchBox.press('Enter')
  await desk.groupBy('First topic')
  await expect(desk.stories.getByRole('rowgroup')).toHaveCount(1)

  await page.getByRole('button', { name: 'Save as view' }).click()
  await page.keyboard.type('cities')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('There is a view named “cities” already')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Sea desk')
  await page.keyboard.press('Enter')
  await expect(desk.savedView('Sea desk')).toHaveAttribute('aria-current', 'page')
  await expect(desk.savedView('Sea desk')).toContainText('2')
  await expect(desk.stories).toBeFocused()
  const file = await library.read('storydesk.yml')
  expect(file).toBe(
    '# Ours.\nviews:\n  - name: Cities # all of them\n    query: topic:Cities\n' +
      '  - name: Sea desk\n    query: topic:Oceans\n    group: topic\n'
  )

  await page.keyboard.press('Control+k')
  await page.keyboard.type('cities')
  await page.keyboard.press('Enter')
  await expect(desk.savedView('Cities')).toHaveAttribute('aria-current', 'page')
  expect(await desk.storyTitles()).toEqual(['Trams greet riders'])
  await desk.savedView('Cities').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(desk.savedView('Cities')).toHaveCount(0)
  await desk.notice.getByRole('button', { name: 'Undo' }).click()
  await expect(desk.savedView('Cities')).toBeVisible()

  await library.write('storydesk.yml', 'views:\n  - {name: Late, query: "date>=2026"}\n  - 5\n')
  await expect(desk.savedView('Late')).toBeVisible()
  await expect(desk.problems).toContainText('Line 3: views: number 2')
})
