import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const title = (n: number) => `Story number ${n}`
const broken = storyFile({ title: 'Broken story', date: '2026-03-01T10:00:00Z' }).replace(
  'type: article',
  'type: "article'
)

test.use({
  files: {
    ...Object.fromEntries(
      [1, 2, 3].map((n) => [
        `_news/${n}.md`,
        storyFile({
          title: title(n),
          quality: n * 10,
          published: n === 2,
          date: `2026-03-${20 - n}T10:00:00Z`
        })
      ])
    ),
    '_news/broken.md': broken
  }
})

test('publishes what is selected as one step, with the keyboard alone', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('p')

  const dialog = desk.dialog('Change 2 of 4 stories?')
  await expect(dialog.getByRole('row', { name: title(1) })).toContainText('Unpublished')
  await expect(dialog.getByRole('row', { name: title(2) })).toContainText(
    'No change: published already'
  )
  await expect(dialog.getByRole('row', { name: /left out/i })).toHaveCount(1)
  expect(await library.diff()).toEqual([])

  await page.keyboard.press('Control+Enter')
  await expect(desk.notice).toContainText('2 stories changed.')
  await desk.hears('2 stories changed.')
  await expect
    .poll(library.diff)
    .toEqual(['-published: false', '+published: true', '-published: false', '+published: true'])
  await expect(desk.stories).toBeFocused()

  await page.keyboard.press('Control+z')
  await expect.poll(library.diff).toEqual([])
})

test('adds to each quality, shows before and after, and undoes from the notice', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.storyRow(title(1)).click({ modifiers: ['ControlOrMeta'] })
  await desk.storyRow(title(3)).click({ modifiers: ['ControlOrMeta'] })
  await expect(desk.bulkBar).toContainText('2 selected')

  await desk.bulkBar.getByRole('button', { name: 'Quality' }).click()
  await page.getByRole('radio', { name: 'Add' }).check({ force: true })
  await page.getByRole('textbox', { name: 'Points to add' }).fill('-5')
  await page.keyboard.press('Enter')
  const dialog = desk.dialog('Change 2 stories?')
  await expect(dialog.getByRole('row', { name: title(3) })).toContainText('25')
  await dialog.getByRole('button', { name: 'Change 2 stories' }).click()

  await expect.poll(() => library.read('_news/3.md')).toContain('quality: 25')
  await expect.poll(() => library.read('_news/1.md')).toContain('quality: 5 ')
  await desk.notice.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(library.diff).toEqual([])
})

test('adds a topic to all, and removes it from all', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.search('number')
  await desk.focusList()
  await page.keyboard.press('Control+a')

  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Topic to add' }).fill('Climate')
  await page.keyboard.press('Enter')
  await expect(desk.dialog('Change 3 stories?')).toContainText('+ Climate')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await library.diff()).length).toBe(3)
  expect(await library.read('_news/1.md')).toContain('  - Climate')

  await desk.bulkBar.getByRole('button', { name: 'Topics' }).click()
  await page.getByRole('radio', { name: 'Remove' }).check({ force: true })
  await page.getByRole('option', { name: 'Climate 3' }).click()
  await expect(desk.dialog('Change 3 stories?')).toContainText('− Climate')
  await page.keyboard.press('Enter')
  await expect.poll(library.diff).toEqual([])
})

test('leaves everything alone when the editor thinks better of it', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('x')
  await page.keyboard.press('5')

  await expect(desk.dialog('Change 1 story?')).toBeVisible()
  await page.keyboard.press('Escape')

  await expect(page.getByRole('dialog')).toHaveCount(0)
  await desk.isAtStory(title(1))
  expect(await desk.selected()).toEqual([title(1)])
  expect(await library.diff()).toEqual([])
})

test('holds all that is selected, and takes that back as one step', async ({ page }) => {
  const desk = deskOn(page)
  await desk.focusList()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('h')
  await desk.hears('4 stories held')
  expect(await desk.countOf('Held')).toBe(4)

  await desk.undo.click()
  expect(await desk.countOf('Held')).toBe(0)
})
