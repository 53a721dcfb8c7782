import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const TIDES = '_news/tides.md'
test.use({
  files: {
    [TIDES]: storyFile({ title: 'Tides turn early', links: ['Alpha sails', 'Bravo drifts'] })
  }
})

test('shows the file as it is, and follows it', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')
  await desk.lookAt('Source')
  await expect(desk.source).toContainText('quality: 52 # scored by the robot')

  await library.write(TIDES, storyFile({ title: 'Tides turn early', quality: 77 }))
  await expect(desk.source).toContainText('quality: 77')
})

test('brings an earlier version back as one step', async ({ page, library }) => {
  const desk = deskOn(page)
  const before = await library.read(TIDES)
  await desk.openStory('Tides turn early')
  await desk.setQuality(80)
  await desk.onLink('Bravo drifts', 'Remove link')
  await expect.poll(() => library.read(TIDES)).not.toContain('Bravo drifts')
  const after = await library.read(TIDES)

  await desk.lookAt('History')
  await desk.versions.last().check({ force: true })
  await expect(desk.differences.filter({ hasText: 'Quality' })).toContainText('Then: 52')
  await expect(desk.differences.filter({ hasText: 'Link removed' })).toContainText('Bravo drifts')
  await desk.restore.click()
  await expect.poll(() => library.read(TIDES)).toBe(before)
  await desk.hears('Restored')

  await desk.undo.click()
  await expect.poll(() => library.read(TIDES)).toBe(after)
})

test('goes from tab to tab with the arrow keys, and previews the story', async ({ page }) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('tab', { name: 'Story', exact: true }).focus()
  await page.keyboard.press('ArrowRight')

  await expect(page.getByRole('tab', { name: 'Preview' })).toBeFocused()
  const asPage = desk.story.getByRole('region', { name: 'As a page' })
  await expect(asPage.getByRole('heading', { name: 'Tides turn early' })).toBeVisible()
  await expect(asPage).toContainText('Tern & Tide')
  await expect(asPage).toContainText('Alpha sails')

  await desk.focusList()
  await page.keyboard.press('r')
  await desk.isAtLink('Alpha sails')
})
