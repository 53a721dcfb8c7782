import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

test.describe('in a library of three stories', () => {
  test.use({
    files: {
      '_news/tides.md': storyFile({ title: 'Tides turn early', quality: 80, topics: ['Oceans'] }),
      '_news/ferries.md': storyFile({
        title: 'Ferries go electric',
        quality: 120,
        topics: ['Energy'],
        published: false,
        date: '2026-03-11T08:00:00Z'
      }),
      '_news/trams.md': storyFile({
        title: 'Trams greet riders',
        excerpt: 'In nine languages, and on every ferry.',
        quality: 40,
        topics: ['Cities'],
        date: '2026-03-10T08:00:00Z'
      }),
      'README.md': '# Not a story: it has no front matter\n'
    }
  })

  test('lists the stories, newest first, and no other file', async ({ page }) => {
    const desk = deskOn(page)

    await expect(desk.stories.getByRole('row')).toHaveCount(3)
    expect(await desk.storyTitles()).toEqual([
      'Tides turn early',
      'Ferries go electric',
      'Trams greet riders'
    ])
  })

  test('finds words of the title and of the excerpt while typing', async ({ page }) => {
    const desk = deskOn(page)

    await desk.search('ferr')

    await expect(desk.stories.getByRole('row')).toHaveCount(2)
    expect(await desk.storyTitles()).toEqual(['Ferries go electric', 'Trams greet riders'])
  })

  test('finds by field, and says where a query cannot be understood', async ({ page }) => {
    const desk = deskOn(page)

    await desk.search('quality>=80 published:true')
    await expect(desk.stories.getByRole('row')).toHaveCount(1)
    await expect(desk.storyRow('Tides turn early')).toBeVisible()

    await desk.search('quality>=high')
    await expect(desk.searchBox).toHaveAttribute('aria-invalid', 'true')
  })

  test('offers a way back when nothing is found', async ({ page }) => {
    const desk = deskOn(page)

    await desk.search('volcano')
    await expect(page.getByText('No story matches.')).toBeVisible()
    await page.getByRole('button', { name: 'Clear search and filters' }).click()

    await expect(desk.stories.getByRole('row')).toHaveCount(3)
  })

  test('filters by view and by topic', async ({ page }) => {
    const desk = deskOn(page)

    await desk.show('Unpublished')
    await expect(desk.stories.getByRole('row')).toHaveCount(1)
    await expect(desk.storyRow('Ferries go electric')).toBeVisible()

    await desk.show('All stories')
    await desk.filterBy('Cities')
    await expect(desk.stories.getByRole('row')).toHaveCount(1)
    await expect(desk.storyRow('Trams greet riders')).toBeVisible()
  })
})

test('opens the stories that come with Storydesk', async ({ page }) => {
  const desk = deskOn(page)

  await expect(desk.stories).toHaveAttribute('aria-rowcount', '37')
  await desk.openStory('Grid operators agree to share spare wind power')
  await expect(desk.related).toHaveAttribute('aria-rowcount', '14')
})
