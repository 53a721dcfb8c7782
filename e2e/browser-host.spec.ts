import { chmod } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { asOrdinaryUser, noOrdinaryUser } from '../test/ordinary-user'
import { deskOn } from './desk'
import { test } from './fixtures'
import { serveDesk } from './hosts/browser'
import { createLibraryFolder } from './hosts/library-folder'
import { storyFile } from './story-file'

test.skip(({ host }) => host !== 'browser', 'about the browser host')
test.use({
  files: {
    'tides.md': storyFile({ title: 'Tides turn early' }),
    '_news/ferries.md': storyFile({ title: 'Ferries go electric' })
  }
})

test('an old tab says what it cannot load and that Storydesk was started again, and goes on with its address', async ({
  chromium,
  library
}) => {
  const appData = await createLibraryFolder({})
  const from = { folder: library.folder, appData: appData.folder }
  const context = await chromium?.newContext()
  const old = await context?.newPage()
  if (context === undefined || old === undefined) throw new Error('There is no browser')
  const first = await serveDesk(from)
  const shortcuts = '**/ShortcutsDialog-*.js'
  await old.route(shortcuts, (route) => route.abort())
  await old.goto(first.address)
  await expect(deskOn(old).storyRow('Tides turn early')).toBeVisible()

  await old.keyboard.press('?')
  const lost = old.getByText('This part of Storydesk could not be loaded.', { exact: true })
  await expect(lost).toBeVisible()
  await old.unroute(shortcuts)
  await old.keyboard.press('?')
  await expect(deskOn(old).shortcuts).toBeVisible()

  await first.end()
  await expect(old.getByText('Storydesk does not answer.')).toBeVisible()

  const again = await serveDesk(from, Number(new URL(first.address).port))
  await expect(old.getByText('Storydesk was started again.')).toBeVisible({ timeout: 20_000 })

  await (await context.newPage()).goto(again.address)
  await expect(old.getByText('Storydesk was started again.')).toHaveCount(0, { timeout: 20_000 })

  await context.close()
  await again.end()
  await appData.remove()
})

test('folders that cannot be read are named above the list, or in place of it', async ({
  chromium,
  library
}) => {
  const whyNot = await noOrdinaryUser()
  test.skip(whyNot !== null, whyNot ?? '')
  const appData = await createLibraryFolder({})
  await chmod(appData.folder, 0o777)
  await chmod(library.folder, 0o755)
  await chmod(`${library.folder}/_news`, 0o000)
  const from = { folder: library.folder, appData: appData.folder }
  const serving = await asOrdinaryUser(() => serveDesk(from))
  const page = await chromium?.newPage()
  if (page === undefined) throw new Error('There is no browser')
  await page.goto(serving.address)
  const said = page.getByText('The folder _news cannot be read, so its stories are missing here.')

  await expect(deskOn(page).storyRow('Tides turn early')).toBeVisible()
  await expect(page.getByRole('alert').filter({ has: said })).toBeVisible()

  await library.delete('tides.md')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(said).toBeVisible()

  await chmod(`${library.folder}/_news`, 0o755)
  await expect(deskOn(page).storyRow('Ferries go electric')).toBeVisible()
  await expect(said).toHaveCount(0)

  await page.close()
  await serving.end()
  await appData.remove()
})
