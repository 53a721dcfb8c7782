import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const TIDES = '_news/tides.md'
test.use({
  files: {
    [TIDES]: storyFile({ title: 'Tides turn early', quality: 52, topics: ['Oceans', 'Climate'] }),
    '_news/ferries.md': storyFile({ title: 'Ferries go electric', date: '2026-03-11T08:00:00Z' }),
    '_news/year.md': storyFile({ title: 'Year', date: '2026-03-10T08:00:00Z' }).replace(
      '"Year"',
      '1984'
    ),
    '_data/topics/energy.yaml': 'name: Energy\n',
    '_data/topics/oceans.yaml': 'name: Oceans\n'
  }
})

test('publishing and unpublishing changes one line', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')
  await expect(desk.published).toBeChecked()

  await desk.published.click()

  await expect(desk.published).not.toBeChecked()
  await expect.poll(library.diff).toEqual(['-published: true', '+published: false'])
})

test('a new quality changes one line and keeps the comment beside it', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await desk.setQuality(80)

  await expect
    .poll(library.diff)
    .toEqual(['-quality: 52 # scored by the robot', '+quality: 80 # scored by the robot'])
  await expect(desk.quality).toHaveValue('80')
})

test('a quality that is no number is refused in place and never written', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await desk.quality.fill('many')
  await desk.quality.press('Enter')

  await expect(desk.quality).toHaveAttribute('aria-invalid', 'true')
  await expect(desk.quality).toHaveAccessibleDescription('A whole number, 0 or more')
  await desk.hears('Quality stays 52. A whole number, 0 or more')
  await desk.quality.press('Tab')
  await expect(desk.quality).toHaveValue('many')
  await desk.quality.press('Escape')
  await expect(desk.quality).toHaveValue('52')
  await desk.hears('Quality stays 52')
  expect(await library.diff()).toEqual([])
})

test('a topic is added from the known ones and removed by its button', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await desk.addTopic('Energy')
  await expect.poll(library.diff).toEqual(['+  - Energy'])
  await expect(desk.topics.getByRole('row')).toHaveCount(3)

  await desk.removeTopic('Climate')
  await expect.poll(library.diff).toEqual(['-  - Climate', '+  - Energy'])
})

test('a topic that is already there is not added again, and left text adds nothing', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await desk.addTopic('climate')
  await desk.hears('Climate is already there')
  await expect(desk.topicBox).toHaveValue('')

  await desk.topicBox.fill('Energy')
  await desk.topicBox.press('Tab')
  await desk.hears('Energy was not added')
  await expect(desk.topicBox).toHaveValue('')
  expect(await library.diff()).toEqual([])
})

test('a title saves on Enter, with its quotes kept', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await desk.title.fill('Tides: a "late" turn')
  await desk.title.press('Enter')

  await expect
    .poll(library.diff)
    .toEqual(['-title: "Tides turn early"', '+title: "Tides: a \\"late\\" turn"'])
  await expect(desk.storyRow('Tides: a "late" turn')).toBeVisible()
})

test('a title that is a number is shown, and becomes text when it is edited', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('1984')
  await expect(desk.title).toHaveValue('1984')

  await desk.title.fill('1984 again')
  await desk.title.press('Enter')

  await expect.poll(library.diff).toEqual(['-title: 1984', '+title: 1984 again'])
})

test('an excerpt saves by itself, and one undo takes the whole typing back', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  const before = await library.read(TIDES)
  await desk.openStory('Tides turn early')

  await desk.excerpt.click()
  await desk.excerpt.press('End')
  await desk.excerpt.pressSequentially(' More')
  await expect
    .poll(library.diff)
    .toEqual(['-excerpt: "A short summary."', '+excerpt: "A short summary. More"'])
  await desk.excerpt.pressSequentially(' follows.')
  await expect
    .poll(library.diff)
    .toEqual(['-excerpt: "A short summary."', '+excerpt: "A short summary. More follows."'])

  await desk.excerpt.press('Escape')
  await desk.hears('The excerpt is as it was before you typed.')
  expect(await library.diff()).toEqual([])
  await desk.excerpt.press('Control+z')
  await expect(desk.excerpt).toHaveValue('A short summary. More follows.')

  await desk.undo.click()
  await expect.poll(() => library.read(TIDES)).toBe(before)
})

test('undo and redo go through everything, across stories, to the same bytes', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')
  await desk.setQuality(80)
  await expect(desk.undo).toBeEnabled()
  await desk.openStory('Ferries go electric')
  await desk.published.click()
  await expect(desk.published).not.toBeChecked()
  const edited = await library.diff()
  expect(edited).toHaveLength(4)

  await desk.undo.click()
  await expect.poll(library.diff).toHaveLength(2)
  await desk.undo.click()
  await expect.poll(library.diff).toEqual([])
  await expect(desk.undo).toBeDisabled()

  await desk.redo.click()
  await desk.redo.click()
  await expect.poll(library.diff).toEqual(edited)
})
