import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const TIDES = '_news/2026-03-12-tides.md'
test.use({
  files: {
    [TIDES]: storyFile({ title: 'Tides turn early', quality: 80 }),
    '_news/2026-03-11-ferries.md': storyFile({ title: 'Ferries go electric', quality: 40 })
  }
})

test('shows the library, writes a change to the file, its own bytes only, and takes it back', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await expect(desk.storyRow('Tides turn early')).toBeVisible()
  await expect(desk.storyRow('Ferries go electric')).toBeVisible()
  await desk.openStory('Tides turn early')

  await desk.published.click()
  await expect.poll(() => library.diff()).toEqual(['-published: true', '+published: false'])

  await desk.undo.click()
  await expect.poll(() => library.diff()).toEqual([])

  // And shows what another program writes.
  await library.write(TIDES, storyFile({ title: 'Tides turn late' }))
  await expect(desk.storyRow('Tides turn late')).toBeVisible()
})
