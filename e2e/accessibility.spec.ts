import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'

for (const theme of ['light', 'dark'] as const) {
  test(`the desk has no accessibility violation, ${theme}`, async ({ page }) => {
    const desk = deskOn(page)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })

    await desk.openStory('Grid operators agree to share spare wind power')
    expect(await violations(page)).toEqual([])

    await desk.show('Problems')
    await desk.problems.getByRole('row').first().click()
    expect(await violations(page)).toEqual([])

    await desk.focusList()
    await page.keyboard.press('?')
    await expect(desk.shortcuts).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}

/** What axe finds, as `rule: element`, so that a failing test names the place. */
async function violations(page: Page): Promise<readonly string[]> {
  // Axe's own way of gathering frames opens a page, which the stand-in of the desktop window has no use for.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
