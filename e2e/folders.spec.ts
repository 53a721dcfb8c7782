import { basename } from 'node:path'
import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

test.describe('an empty folder', () => {
  test.use({ files: {} })

  test('says so, offers another folder, and fills when stories come', async ({ page, library }) => {
    const desk = deskOn(page)
    await expect(page.getByRole('button', { name: 'Open folder' }).first()).toBeVisible()

    await library.write('_news/tides.md', storyFile({ title: 'Tides turn early' }))

    await expect(desk.storyRow('Tides turn early')).toBeVisible()
  })

  test('leads to the example library, and back by the recent folders', async ({
    page,
    library
  }) => {
    const desk = deskOn(page)
    await library.write('_news/tides.md', storyFile({ title: 'Tides turn early' }))
    await expect(desk.storyRow('Tides turn early')).toBeVisible()

    await desk.chooseInLibraryMenu('Example library')
    await expect(desk.stories).toHaveAttribute('aria-rowcount', '37')
    await desk.chooseInLibraryMenu(basename(library.folder))

    await expect(desk.stories).toHaveAttribute('aria-rowcount', '1')
    await expect(desk.storyRow('Tides turn early')).toBeVisible()
  })
})
