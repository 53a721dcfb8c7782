import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const SCRIPT =
  '<img src=x onerror="globalThis.hazardCanary=1"><script>globalThis.hazardCanary=1</script>'
test.use({
  files: {
    '_news/script.md': storyFile({
      title: SCRIPT,
      excerpt: SCRIPT,
      topics: ['Oceans'],
      links: [`Link ${SCRIPT}`]
    }).replace(/webUrl: .*/, 'webUrl: "javascript:globalThis.hazardCanary=1"'),
    'storydesk.yml': `views: [{ name: '${SCRIPT}', query: tides }]\n'${SCRIPT}': 1\n`,
    '_news/word.md': storyFile({ title: 'W'.repeat(10_000), date: '2026-03-01T08:00:00Z' })
  }
})

test('text of a story is only ever text', async ({ page, asked }) => {
  const desk = deskOn(page)
  await desk.search('Link OR script')
  await desk.search('')
  await desk.stories.getByRole('row').first().click()
  await expect(desk.title).toHaveText(SCRIPT)
  await expect(desk.related.getByRole('row')).toHaveCount(1)

  await expect(desk.story.locator('a[href^="javascript:" i]')).toHaveCount(0)

  await desk.openLink('Link')
  for (const tab of ['Preview', 'Source', 'History'] as const) {
    await desk.lookAt(tab)
    await expect(page.locator('a[href^="javascript:" i]')).toHaveCount(0)
  }
  await desk.lookAt('Story')
  await desk.focusList()
  await page.keyboard.press('o')
  await desk.hears('The story has no such address that can be opened.')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('img src')
  await expect(page.getByRole('dialog').getByText(SCRIPT).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('4')
  await expect(page.getByRole('dialog').getByText(SCRIPT).first()).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+,')
  await expect(desk.settings.getByText(SCRIPT).first()).toBeVisible()
  await page.keyboard.press('Escape')

  expect(await page.evaluate(() => 'hazardCanary' in globalThis)).toBe(false)
  expect(asked).toEqual([])
})

test('a word of 10,000 letters does not widen the desk', async ({ page }) => {
  const desk = deskOn(page)
  await desk.openStory('WWWW')

  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  )
  expect(overflow).toBe(0)
})
