import { expect } from '@playwright/test'
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

test('an old tab says that Storydesk was started again, and goes on with its address', async ({
  chromium,
  library
}) => {
  const appData = await createLibraryFolder({})
  const from = { folder: library.folder, appData: appData.folder }
  const context = await chromium?.newContext()
  const old = await context?.newPage()
  if (context === undefined || old === undefined) throw new Error('There is no browser')
  const first = await serveDesk(from)
  await old.goto(first.address)
  await expect(deskOn(old).storyRow('Tides turn early')).toBeVisible()

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
