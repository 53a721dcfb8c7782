import { rename } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const TIDES = '_news/tides.md'
test.use({
  files: {
    [TIDES]: storyFile({ title: 'Tides turn early', quality: 52, heat: 41 }),
    '_news/ferries.md': storyFile({
      title: 'Ferries go electric',
      date: '2026-03-11T08:00:00Z',
      links: ['Harbour crossing']
    })
  }
})

test('a new, a changed and a deleted story show up by themselves', async ({ page, library }) => {
  const desk = deskOn(page)

  await library.write('_news/trams.md', storyFile({ title: 'Trams greet riders' }))
  await expect(desk.storyRow('Trams greet riders')).toBeVisible()

  await library.write('_news/trams.md', storyFile({ title: 'Trams meet riders' }))
  await desk.openStory('Trams meet riders')

  // The rest of a sentence is not meant for the story that stands there next.
  await desk.excerpt.focus()
  await page.keyboard.type('They p')
  await library.delete('_news/trams.md')
  await expect(desk.storyRow('Trams meet riders')).toHaveCount(0)
  await page.keyboard.type('u')
  await desk.isAtStory('Ferries go electric')
  await expect(desk.published).toBeChecked()
  expect(await library.diff()).toEqual([])
})

test('the open story follows the file', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await library.write(TIDES, storyFile({ title: 'Tides turn early', quality: 90 }))

  await expect(desk.quality).toHaveValue('90')
})

test('another field changed outside is kept', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await library.write(TIDES, storyFile({ title: 'Tides turn early', quality: 52, heat: 99 }))
  await desk.setQuality(80)

  await expect
    .poll(library.diff)
    .toEqual([
      '-quality: 52 # scored by the robot',
      '-heat: 41',
      '+quality: 80 # scored by the robot',
      '+heat: 99'
    ])
})

test('the same field changed outside asks in place, with both values', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await desk.quality.fill('80')
  await library.write(TIDES, storyFile({ title: 'Tides turn early', quality: 60 }))
  await expect(desk.storyRow('Tides turn early')).toContainText('60')
  await desk.quality.press('Enter')

  await expect(desk.story.getByRole('button', { name: /Keep yours, 80/ })).toBeVisible()
  await desk.story.getByRole('button', { name: /Take 60 from disk/ }).click()
  await expect(desk.quality).toHaveValue('60')
  await expect(desk.quality).toBeFocused()
  expect(await library.diff()).toEqual([
    '-quality: 52 # scored by the robot',
    '+quality: 60 # scored by the robot'
  ])
})

test('undo after an outside change takes back only what was done here', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')
  await desk.setQuality(80)
  await expect.poll(() => library.read(TIDES)).toContain('quality: 80')

  const theirs = (await library.read(TIDES)).replace('heat: 41', 'heat: 99')
  await library.write(TIDES, theirs)
  await expect(desk.heat).toHaveValue('99')
  await desk.undo.click()

  await expect.poll(library.diff).toEqual(['-heat: 41', '+heat: 99'])
})

test('what is typed while the folder is away is saved when it is back', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')
  await rename(library.folder, `${library.folder}-away`)

  await desk.title.fill('Tides turn late')
  await desk.setQuality(80)
  await expect(desk.statusBar.getByText('2 changes not saved')).toBeVisible()
  await expect(page.getByRole('alert').getByText(/is not there/)).toBeVisible({ timeout: 20_000 })
  await expect(desk.story.getByText(/Not saved: the folder is not there/)).toHaveCount(2)
  await expect(desk.story.getByRole('button', { name: 'Try now' })).toHaveCount(2)
  await expect(desk.title).toHaveValue('Tides turn late')
  await expect(desk.quality).toHaveValue('80')
  await expect(desk.notice).toHaveCount(0)

  await rename(`${library.folder}-away`, library.folder)
  await expect(desk.statusBar.getByText('All changes saved')).toBeVisible({ timeout: 20_000 })
  await expect
    .poll(library.diff)
    .toEqual([
      '-title: "Tides turn early"',
      '+title: "Tides turn late"',
      '-quality: 52 # scored by the robot',
      '+quality: 80 # scored by the robot'
    ])
  await expect(desk.story.getByText(/Not saved/)).toHaveCount(0)
  await expect(page.getByText(/is not there/)).toHaveCount(0)
})

test('a window that is loaded again shows the same story, says what it cannot read, and loses nothing', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.isAtStory('Tides turn early')
  await desk.openStory('Ferries go electric')
  await page.reload()
  await desk.isReady()
  await desk.isAtStory('Ferries go electric')
  await expect(desk.linkRow('Harbour crossing')).toBeVisible()

  await rename(library.folder, `${library.folder}-away`)
  await expect(page.getByRole('alert').getByText(/is not there/)).toBeVisible({ timeout: 20_000 })
  await expect(desk.linkRow('Harbour crossing')).toBeVisible()
  await desk.title.fill('Ferries go solar')
  await page.reload()
  await desk.isReady()
  await expect(desk.story.getByText(/The links cannot be read: the folder/)).toBeVisible()

  await rename(`${library.folder}-away`, library.folder)
  await expect(desk.linkRow('Harbour crossing')).toBeVisible({ timeout: 20_000 })
  await expect
    .poll(library.diff)
    .toEqual(['-title: "Ferries go electric"', '+title: "Ferries go solar"'])
})

test('a story stays open when its folder is renamed and its file breaks at once', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('Ferries go electric')

  await library.rename('_news', '_stories')
  await library.write('_stories/ferries.md', '---\ntitle: "Ferries\npublished: false\n---\n')

  await expect(desk.story.getByText(/Jekyll will publish this file/)).toBeVisible()
  await expect(desk.storyRow('Untitled: ferries.md')).toHaveAttribute('aria-current', 'true')
})

test('a folder that goes away is said, and comes back', async ({ page, library }) => {
  const desk = deskOn(page)
  await rename(library.folder, `${library.folder}-away`)
  await expect(page.getByText(/is not there/).first()).toBeVisible({ timeout: 20_000 })

  await rename(`${library.folder}-away`, library.folder)
  await expect(page.getByText(/is not there/)).toHaveCount(0, { timeout: 20_000 })
  await library.write('_news/trams.md', storyFile({ title: 'Trams greet riders' }))
  await expect(desk.storyRow('Trams greet riders')).toBeVisible({ timeout: 20_000 })
})
