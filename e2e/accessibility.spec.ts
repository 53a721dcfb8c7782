import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'

const GRID = '2026-03-12-grid-operators-share-spare-wind-power.md'
const ROBOTS_LINK = '  - title: Found by the robot\n    webUrl: https://robot.example/found\n'

for (const theme of ['light', 'dark'] as const) {
  test(`the desk has no accessibility violation, ${theme}`, async ({ page, library }) => {
    test.slow()
    const desk = deskOn(page)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })

    await desk.openStory('Grid operators agree to share spare wind power')
    expect(await violations(page)).toEqual([])

    // What other programs did, a search that is none, and topics to choose from.
    for (const file of [GRID, '2026-03-12-bus-drivers-vote-on-four-day-week.md']) {
      const text = await library.read(`_news/${file}`)
      await library.write(`_news/${file}`, text.replace(/^related:\n/m, `related:\n${ROBOTS_LINK}`))
    }
    await expect(desk.linkRow('Found by the robot')).toHaveAccessibleName(/new from disk/)
    await expect(desk.storyRow('Bus drivers vote')).toHaveAccessibleName(/changed outside/)
    await desk.search('quality>=many')
    await desk.topicBox.click()
    expect(await violations(page)).toEqual([])
    await desk.search('')

    await page.setViewportSize({ width: 1440, height: 900 })
    await desk.openLink('Kessel Strait neighbours')
    await desk.addLink.fill('e')
    await expect(desk.linkChoices.first()).toBeVisible()
    expect(await violations(page)).toEqual([])

    await desk.more.click()
    await desk.setQuality(120)
    for (const tab of ['Preview', 'Source', 'History'] as const) {
      await desk.lookAt(tab)
      expect(await violations(page)).toEqual([])
    }
    await desk.lookAt('Story')

    await desk.show('Problems')
    await desk.problems.getByRole('row').first().click()
    expect(await violations(page)).toEqual([])

    await desk.focusList()
    await page.keyboard.press('?')
    await expect(desk.shortcuts).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}

for (const theme of ['light', 'dark'] as const) {
  test(`what opens over the desk has no accessibility violation, ${theme}`, async ({ page }) => {
    test.slow()
    const desk = deskOn(page)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await desk.focusList()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('re')
    await expect(desk.paletteLine('Redo')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')

    await page.keyboard.press('h')
    await page.keyboard.press('Control+a')
    await expect(desk.bulkBar).toBeVisible()
    expect(await violations(page)).toEqual([])

    // Asking for a quality and for a topic, and the preview of a change of many.
    for (const key of ['q', 't', '4']) {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog')).not.toHaveAccessibleName(/^Looking/)
      expect(await violations(page), key).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }

    // Where a link may go, links side by side, what was changed, and the settings.
    await page.keyboard.press('Escape')
    await desk.openStory('Grid operators agree to share spare wind power')
    await desk.onLink('Kessel Strait neighbours', 'Move to bottom')
    await desk.linkRow('Kessel Strait neighbours').focus()
    const wind = 'Grid operators agree to share spare wind power across the Kessel Strait'
    for (const open of ['m', 'd', 'Changes', 'Control+Shift+D', 'Control+,']) {
      if (open === 'Changes') await desk.changes.click()
      else await page.keyboard.press(open)
      await expect(page.getByRole('dialog')).toBeVisible()
      if (open === 'Control+Shift+D') await desk.changedStory(wind).waitFor()
      expect(await violations(page), open).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
}

test('every promised name is that of one element, from the start', async ({ page }) => {
  const desk = deskOn(page)
  const counts = () =>
    Promise.all(desk.promised.map(async ({ words, found }) => `${await found.count()} ${words}`))
  const once = desk.promised.map(({ words }) => `1 ${words}`)

  await expect.poll(counts).toEqual(once)
  await desk.show('Problems')
  await expect(desk.problems).toHaveCount(1)
})

test('nothing of a story is cut off, however narrow its pane is', async ({ page }) => {
  const desk = deskOn(page)

  for (let width = 860; width <= 1280; width += 20) {
    await page.setViewportSize({ width, height: 800 })
    expect(await desk.cutOff(), `a window ${width} wide`).toEqual([])
  }
})

/** What axe finds, as `rule: element`, so that a failing test names the place. */
async function violations(page: Page): Promise<readonly string[]> {
  // Axe's own way of gathering frames opens a page, which the stand-in of the desktop window has no use for.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  // Only colours differ between the themes.
  const { violations: found } = await (isDark ? axe.withRules('color-contrast') : axe).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
