import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const TIDES = '_news/tides.md'
const FERRIES = '_news/ferries.md'
test.use({
  files: {
    [TIDES]: storyFile({ title: 'Tides turn early', links: ['Alpha sails', 'Bravo drifts'] }),
    [FERRIES]: storyFile({
      title: 'Ferries go electric',
      excerpt: 'Quiet: no engine at all',
      quality: 139,
      date: '2026-03-01T08:00:00Z'
    })
  }
})

test('adds a story of the library where its quality puts it, as one step', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  const before = await library.read(TIDES)
  await desk.openStory('Tides turn early')
  await desk.linkRow('Alpha sails').click()
  await page.keyboard.press('a')
  await expect(desk.addLink).toBeFocused()

  await desk.addLink.fill('electric')
  await expect(desk.linkChoices).toHaveCount(1)
  await page.keyboard.press('Enter')

  await desk.hears('Ferries go electric, added as link 3 of 3')
  await expect
    .poll(library.diff)
    .toEqual([
      '+  - title: "Ferries go electric"',
      '+    excerpt: "Quiet: no engine at all"',
      '+    publishedDateTime: 2026-03-01T08:00:00Z',
      '+    webUrl: "https://ternandtide.example/ferries-go-electric"',
      '+    type: article',
      '+    provider:',
      '+      name: Tern & Tide',
      '+      domain: ternandtide.example',
      '+    quality: 139'
    ])
  expect(await desk.linkTitles()).toEqual(['Alpha sails', 'Bravo drifts', 'Ferries go electric'])
  await expect(desk.addLink).toBeFocused()
  await expect(desk.addLink).toHaveValue('')

  await desk.undo.click()
  await expect.poll(() => library.read(TIDES)).toBe(before)
})

test('knows the story behind an address, and says when it is a link already', async ({ page }) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await desk.addLink.fill('https://www.ternandtide.example/ferries-go-electric?utm_source=mail')
  await desk.linkChoices.first().click()
  await expect(desk.linkRow('Ferries go electric')).toBeVisible()

  await desk.addLink.fill('https://ternandtide.example/ferries-go-electric')
  await expect(desk.linkChoices.first()).toContainText('Link 3 already')
  await page.keyboard.press('Enter')
  await expect(desk.related).toHaveAttribute('aria-rowcount', '3')
})

test('adds a page that nobody knows with a title', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await desk.addLink.fill('https://nobody.example/quay')
  await page.keyboard.press('Enter')
  await expect(desk.newLinkTitle).toBeFocused()
  await desk.newLinkTitle.fill('The "quay": a closer look')
  await page.keyboard.press('Enter')

  await expect
    .poll(library.diff)
    .toEqual([
      '+  - title: "The \\"quay\\": a closer look"',
      '+    webUrl: "https://nobody.example/quay"'
    ])
})

test('offers nothing for what is no page of the web', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')

  await desk.addLink.fill('javascript:alert(1)')
  await expect(desk.story.getByText('No story matches.')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')

  await expect(desk.addLink).toHaveValue('')
  expect(await library.diff()).toEqual([])
})

test('moves a link to another story and takes it back from there, each as one step', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  const [tides, ferries] = [await library.read(TIDES), await library.read(FERRIES)]
  await desk.openStory('Tides turn early')
  await desk.linkRow('Alpha sails').click()
  await page.keyboard.press('m')
  await expect(desk.dialog('Move “Alpha sails”')).toBeVisible()
  await page.keyboard.type('electric')
  await expect(desk.picks).toHaveCount(1)
  await page.keyboard.press('Enter')

  await desk.hears('Moved to “Ferries go electric”.')
  await expect.poll(desk.linkTitles).toEqual(['Bravo drifts'])
  await desk.isAtLink('Bravo drifts')
  const block = tides.slice(tides.indexOf('  - title: "Alpha'), tides.indexOf('  - title: "Bravo'))
  expect(await library.read(TIDES)).toBe(tides.replace(block, ''))
  expect((await library.read(FERRIES)).replaceAll('"', '')).toContain(block.replaceAll('"', ''))

  await desk.takeLink.click()
  await page.keyboard.press('Enter')
  await expect(desk.dialog('From “Ferries go electric”')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(desk.linkTitles).toEqual(['Alpha sails', 'Bravo drifts'])

  await page.keyboard.press('Control+z')
  await expect.poll(desk.linkTitles).toEqual(['Bravo drifts'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => library.read(TIDES)).toBe(tides)
  await expect.poll(() => library.read(FERRIES)).toBe(ferries)
})
