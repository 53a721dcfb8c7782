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
})
