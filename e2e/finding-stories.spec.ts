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

  test('lists the stories, finds them by words and fields while typing, and leads back', async ({
    page
  }) => {
    const desk = deskOn(page)
    const rows = desk.stories.getByRole('row')

    await expect(rows).toHaveCount(3)
    expect(await desk.storyTitles()).toEqual([
      'Tides turn early',
      'Ferries go electric',
      'Trams greet riders'
    ])

    await desk.search('ferr')
    await expect(rows).toHaveCount(2)
    expect(await desk.storyTitles()).toEqual(['Ferries go electric', 'Trams greet riders'])

    await desk.search('quality>=80 published:true')
    await expect(rows).toHaveCount(1)
    await expect(desk.storyRow('Tides turn early')).toBeVisible()
    await desk.search('quality>=high')
    await expect(desk.searchBox).toHaveAttribute('aria-invalid', 'true')

    await desk.search('volcano')
    await expect(page.getByText('No story matches.')).toBeVisible()
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await expect(rows).toHaveCount(3)
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

test.describe('searching by field', () => {
  test.use({
    files: {
      '_news/tides.md': storyFile({ title: 'Tides turn early', quality: 80, topics: ['Deep sea'] }),
      '_news/ferries.md': storyFile({
        title: 'Ferries go electric',
        quality: 120,
        topics: ['Energy'],
        date: '2026-02-11T08:00:00Z'
      }),
      '_news/trams.md': storyFile({
        title: 'Trams greet riders',
        quality: 40,
        topics: ['Energy', 'Cities'],
        date: '2026-02-10T08:00:00Z'
      })
    }
  })

  test('completes fields and their values with the keyboard', async ({ page }) => {
    const desk = deskOn(page)
    await desk.focusList()
    await page.keyboard.press('/')
    await page.keyboard.type('top')
    await expect(desk.suggestion('topic:')).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(desk.searchBox).toHaveValue('topic:')

    await page.keyboard.press('ArrowDown')
    await expect(desk.searchBox).toHaveAttribute(
      'aria-activedescendant',
      (await desk.suggestion('Cities 1').getAttribute('id')) ?? ''
    )
    await page.keyboard.type('dee')
    await page.keyboard.press('Tab')
    await expect(desk.searchBox).toHaveValue('topic:"Deep sea" ')
    await expect(desk.searchBox).toBeFocused()
    await expect(desk.stories.getByRole('row')).toHaveCount(1)

    await page.keyboard.press('Control+Space')
    await expect(desk.suggestion('quality>=')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(desk.suggestion('quality>=')).toHaveCount(0)
    await expect(desk.searchBox).toHaveValue('topic:"Deep sea" ')
  })

  test('turns typed conditions into chips, which go one by one', async ({ page }) => {
    const desk = deskOn(page)
    await desk.search('-topic:cities quality>=50 t')
    await desk.searchBox.press('Enter')

    await expect(desk.filters).toHaveText(/notCities.*Quality≥ 50/)
    await expect(desk.searchBox).toHaveValue('t')
    await expect(desk.stories).toBeFocused()
    expect(await desk.storyTitles()).toEqual(['Tides turn early', 'Ferries go electric'])

    await desk.removeFilter('not Topic Cities')
    await desk.removeFilter('Quality ≥ 50')
    await expect(desk.stories.getByRole('row')).toHaveCount(3)
  })

  test('leaves a value of the sidebar out, by mouse and by key', async ({ page }) => {
    const desk = deskOn(page)
    await desk.facet('Energy').click({ modifiers: ['Alt'] })
    expect(await desk.storyTitles()).toEqual(['Tides turn early'])
    await expect(desk.facet('Energy left out')).toHaveAttribute('aria-pressed', 'true')

    await desk.facet('Energy').click()
    await expect(desk.stories.getByRole('row')).toHaveCount(3)
    await desk.facet('March 2026').focus()
    await page.keyboard.press('-')
    await expect(desk.stories.getByRole('row')).toHaveCount(2)
  })

  test('adds a filter from the menu', async ({ page }) => {
    const desk = deskOn(page)
    await page.getByRole('button', { name: 'Add filter' }).click()
    await page.getByRole('menuitem', { name: 'Quality…' }).click()
    await expect(desk.searchBox).toBeFocused()
    await page.keyboard.type('100')
    await page.keyboard.press('Enter')

    expect(await desk.storyTitles()).toEqual(['Ferries go electric'])
    await page.getByRole('button', { name: 'Add filter' }).click()
    await page.getByRole('menuitem', { name: 'Without related coverage' }).click()
    await expect(desk.filters.getByRole('listitem')).toHaveCount(3)

    // What does not fit into one line is in a menu.
    await desk.search('topic:Energy date>=2026-01 has:title -topic:Cities -topic:"Deep sea"')
    await desk.searchBox.press('Enter')
    await page.getByRole('button', { name: /^\d more filters$/ }).click()
    await page.getByRole('menuitem', { name: 'not Topic Deep sea' }).click()
    await page.getByRole('button', { name: /^\d more filters$/ }).click()
    await expect(page.getByRole('menuitem', { name: 'not Topic Cities' })).toBeVisible()
    await expect(page.getByRole('menuitem', { name: 'not Topic Deep sea' })).toHaveCount(0)
  })

  test('narrows to a range of scores in the sidebar, with the keyboard', async ({ page }) => {
    const desk = deskOn(page)
    await desk.qualityEnd('Lowest').press('PageUp')
    await desk.qualityEnd('Lowest').press('ArrowRight')
    await expect(desk.qualityEnd('Lowest')).toHaveAttribute('aria-valuetext', '20')
    await desk.qualityEnd('Highest').press('Home')
    await expect(desk.filters).toHaveText(/Quality20–20/)
    for (let press = 0; press < 12; press += 1) await desk.qualityEnd('Highest').press('ArrowRight')
    await expect(desk.filters).toHaveText(/Quality20–80/)
    expect(await desk.storyTitles()).toEqual(['Tides turn early', 'Trams greet riders'])
  })
})

test('opens the stories that come with Storydesk', async ({ page }) => {
  const desk = deskOn(page)

  await expect(desk.stories).toHaveAttribute('aria-rowcount', '37')
  await desk.openStory('Grid operators agree to share spare wind power')
  await expect(desk.related).toHaveAttribute('aria-rowcount', '14')
})
