import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const BROKEN = '_news/broken.md'
const broken = storyFile({ title: 'Ferry plan returns', published: false }).replace(
  'title: "Ferry plan returns"',
  'title: "Ferry plan returns'
)
test.use({
  files: {
    [BROKEN]: broken,
    '_news/open.md': '---\ntitle: Never closed\npublished: false\n',
    '_news/tides.md': storyFile({ title: 'Tides turn early' })
  }
})

test('broken stories are listed with line and reason, and with what Jekyll does', async ({
  page
}) => {
  const desk = deskOn(page)

  await desk.show('Problems')

  await expect(desk.problems).toBeVisible()
  await expect(desk.problems.getByText('broken.md')).toBeVisible()
  await expect(desk.problems.getByText(/Line \d+/).first()).toBeVisible()
  await desk.problems.getByText('broken.md').click()
  await expect(desk.story.getByText(/Jekyll will publish this file/)).toBeVisible()
  await expect(desk.story.getByText('title: "Ferry plan returns')).toBeVisible()
})

test('the worst problems are listed from the start, and lead to their story', async ({ page }) => {
  const desk = deskOn(page)
  await desk.search('tides')

  await expect(desk.problems.getByText('broken.md')).toBeVisible()
  await expect(desk.problems.getByText(/^Line \d+: \S+/).first()).toBeVisible()
  await desk.problems.getByText('broken.md').click()

  await expect(desk.story.getByText(/Jekyll will publish this file/)).toBeVisible()
  await expect(desk.storyRow('Untitled: broken.md')).toHaveAttribute('aria-current', 'true')
  await expect(desk.stories).toBeFocused()
  await expect(desk.problems).toHaveCount(1)
})

test('what is on the site by mistake is counted as published, and said', async ({ page }) => {
  const desk = deskOn(page)
  expect(await desk.countOf('Published')).toBe(3)

  await desk.show('Published')
  await expect(page.getByText('2 by mistake', { exact: true })).toBeVisible()
  await expect(desk.facet('Published')).toHaveAccessibleDescription(
    '3 on the site, 2 of them by mistake. As a search: is:onsite'
  )
  await desk.show('All stories')
  await desk.search('is:onsite')
  await expect(desk.stories.getByRole('row')).toHaveCount(3)
})

test('a broken story offers nothing to edit and is never written', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.show('Problems')
  await desk.problems.getByText('broken.md').click()
  await expect(desk.story.getByText(/Jekyll will publish this file/)).toBeVisible()

  await expect(desk.published).toHaveCount(0)
  await expect(desk.title).toHaveCount(0)
  await page.keyboard.press('p')
  await page.keyboard.press('5')

  expect(await library.read(BROKEN)).toBe(broken)
  expect(await library.diff()).toEqual([])
})

test('a story that is mended outside leaves the problems', async ({ page, library }) => {
  const desk = deskOn(page)
  await library.write(BROKEN, storyFile({ title: 'Ferry plan returns' }))

  await desk.show('All stories')
  await expect(desk.storyRow('Ferry plan returns')).toBeVisible()
})
