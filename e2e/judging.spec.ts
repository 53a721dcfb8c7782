import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const FERRY = '_news/ferry.md'
const TWIN = '_news/twin.md'
const excerpt = 'The new power cable of the Kessel ferry held for the whole trip.'
test.use({
  files: {
    [FERRY]: storyFile({
      title: 'Kessel ferry cable passes its last sea trial',
      excerpt,
      links: ['Kessel harbour waits for its ferry'],
      quality: 120
    }),
    [TWIN]: storyFile({ title: 'Kessel ferry cable passes its last sea trial | Wire', excerpt }),
    '_news/repair.md': storyFile({ title: 'Kessel ferry repair delayed again', quality: 139 }),
    '_news/rain.md': storyFile({ title: 'Rain for the weekend', quality: 20, published: false })
  }
})

test('suggests links, compares duplicate stories and shows what the library looks like', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.storyRow('Kessel ferry cable passes its last sea trial, ').click()

  // Suggestions: one key goes to them, one adds, a button says that one is not related.
  const repair = desk.suggestedLink('Kessel ferry repair delayed again')
  await expect(repair).toBeVisible()
  await desk.stories.focus()
  await page.keyboard.press('c')
  await expect(repair).toBeFocused()
  await page.keyboard.press('Enter')
  await desk.hears('Kessel ferry repair delayed again, added as link 2 of 2')
  await expect(repair).toHaveCount(0)
  await expect.poll(() => library.read(FERRY)).toContain('title: "Kessel ferry repair delayed')
  await desk.undo.first().click()
  await repair.hover()
  await repair.getByRole('button', { name: 'Not related' }).click()
  await expect(repair).toHaveCount(0)
  await page.getByRole('button', { name: 'Suggest again' }).click()
  await expect(repair).toBeVisible()
  expect(await library.diff()).toEqual([])

  // Duplicates: the other one is unpublished.
  await desk.storyRow('Kessel ferry cable passes its last sea trial, ').click()
  await page.keyboard.press('d')
  await page.getByRole('button', { name: 'Keep this one: first story' }).click()
  await expect(desk.stories).toBeFocused()
  await expect.poll(() => library.read(TWIN)).toContain('published: false')

  // Insights: columns chosen by key, and a row of a table narrow the list.
  await desk.show('Insights')
  await desk.chart('Quality').press('End')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(desk.insights.getByText('130–139')).toBeVisible()
  await desk.insights.getByRole('button', { name: 'Quality as a table' }).click()
  await desk.insights.getByRole('button', { name: '20 to 24' }).click()
  await desk.insights.getByRole('button', { name: 'Show 1 story' }).click()
  await expect(desk.filters.getByText('20–24')).toBeVisible()
  expect(await desk.storyTitles()).toEqual(['Rain for the weekend'])
})
