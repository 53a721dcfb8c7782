import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const ODD = '_news/odd.md'
const odd = storyFile({ title: 'Ferry plan returns', published: '"false"', quality: 'high' })
const REPEATS = ['_news/one.md', '_news/two.md'] as const
const repeating = (title: string): string =>
  storyFile({ title, links: ['Harbour opens', 'Harbour opens'] })
test.use({
  files: {
    [ODD]: odd,
    [REPEATS[0]]: repeating('Tides turn early'),
    [REPEATS[1]]: repeating('Seals come back'),
    '_news/fine.md': storyFile({ title: 'Gulls leave' })
  }
})

test('what checks find is shown on stories and fixed, one by one and all of a kind', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await expect(desk.storyRow('Ferry plan returns')).toHaveAccessibleName(/2 errors/)
  await expect(desk.problems.getByText(/Line 10: `?published/)).toBeVisible()

  await desk.show('Problems')
  await expect(desk.stories.getByRole('row')).toHaveCount(3)
  expect((await desk.storyTitles())[0]).toBe('Ferry plan returns')

  await desk.storyRow('Ferry plan returns').click()
  await expect(desk.findings).toHaveCount(2)
  await expect(desk.story.getByText('The file says “high”, which is not a number.')).toBeVisible()
  await desk.findings.getByRole('button', { name: /^Fix: `published`/ }).click()
  await expect(desk.findings).toHaveCount(1)
  await expect.poll(() => library.read(ODD)).toBe(odd.replace('"false"', 'false'))

  await desk.fixAll('Repeated links')
  await page.getByRole('button', { name: 'Change 2 stories' }).click()
  for (const path of REPEATS) {
    await expect.poll(async () => (await library.read(path)).split('harbour-opens"').length).toBe(3)
  }
  await desk.undo.first().click()
  await expect.poll(() => library.read(REPEATS[0])).toBe(repeating('Tides turn early'))
  await desk.undo.first().click()
  await expect.poll(() => library.diff()).toEqual([])
})
