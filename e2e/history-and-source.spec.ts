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

test('lists what was changed since the start, and takes it back up to a step', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  const before = await library.read(TIDES)
  await desk.openStory('Tides turn early')
  await desk.setQuality(80)
  await desk.addTopic('Ferries')
  await desk.onLink('Bravo drifts', 'Move up')
  await expect.poll(desk.linkTitles).toEqual(['Bravo drifts', 'Alpha sails'])

  await page.keyboard.press('Control+d')
  await expect(desk.steps).toHaveCount(3)
  await expect(desk.steps.nth(2)).toContainText('Quality: 80, was 52')
  await expect(desk.steps.nth(1)).toContainText('Topics: added Ferries')
  await expect(desk.steps.nth(0)).toContainText('Move “Bravo drifts” up')

  await desk.steps.nth(1).getByRole('button', { name: 'Undo 2 changes' }).click()
  await desk.hears('2 steps undone')
  await expect(desk.steps).toHaveCount(1)
  await desk.steps.getByRole('button', { name: 'Undo' }).click()
  await expect(desk.dialog('0 changes')).toContainText('Nothing was changed yet.')
  await expect.poll(() => library.read(TIDES)).toBe(before)
})
