import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const TIDES = '_news/tides.md'
const picture = [
  'images:',
  '  - url: "https://pictures.example/tides.jpg"',
  '    width: 1024',
  '    height: 576',
  '    isCached: true',
  '',
  'tags:',
  '  - kessel',
  ''
].join('\n')
test.use({
  files: {
    [TIDES]: storyFile({ title: 'Tides turn early' }).replace('secured:', `${picture}\nsecured:`)
  }
})

test('edits every field of a story, each on its own lines', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')
  await desk.more.click()

  await desk.field('Provider').fill('Harbour Ledger')
  await desk.field('Provider domain').fill('harbourledger.example')
  await desk.field('Type').fill('video')
  await desk.field('Category').fill('science')
  await desk.field('Date').fill('2026-03-13 7:05')
  await desk.field('Address').fill('https://harbourledger.example/tides')
  await desk.field('Picture address').fill('https://pictures.example/new.jpg')
  await desk.number('Picture width').fill('800')
  await desk.number('Picture height').fill('450')
  await desk.number('Picture height').press('Enter')
  await desk.story.getByRole('switch', { name: 'Picture cached' }).click()

  await expect
    .poll(library.diff)
    .toEqual([
      '-category: news',
      '+category: science',
      '-publishedDateTime: 2026-03-12T09:23:00Z',
      '-webUrl: "https://ternandtide.example/tides-turn-early"',
      '-type: article',
      '+publishedDateTime: 2026-03-13T07:05:00Z',
      '+webUrl: "https://harbourledger.example/tides"',
      '+type: video',
      '-  name: Tern & Tide',
      '-  domain: ternandtide.example',
      '+  name: Harbour Ledger',
      '+  domain: harbourledger.example',
      '-  - url: "https://pictures.example/tides.jpg"',
      '-    width: 1024',
      '-    height: 576',
      '-    isCached: true',
      '+  - url: "https://pictures.example/new.jpg"',
      '+    width: 800',
      '+    height: 450',
      '+    isCached: false'
    ])
})

test('adds a field that the file lacks, and takes it away again', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')
  await desk.more.click()

  await desk.field('AMP address').fill('https://amp.ternandtide.example/tides')
  await desk.field('AMP address').press('Enter')
  await expect.poll(library.diff).toEqual(['+ampWebUrl: https://amp.ternandtide.example/tides'])

  await desk.field('AMP address').fill('')
  await desk.field('AMP address').press('Enter')
  await expect.poll(library.diff).toEqual([])
})

test('keeps what is secured and unknown, and writes no address that is none', async ({
  page,
  library
}) => {
  const desk = deskOn(page)
  await desk.openStory('Tides turn early')
  await desk.more.click()

  await expect(desk.story.getByText('Encrypted')).toBeVisible()
  await expect(desk.story.getByText('kessel')).toBeVisible()
  await expect(desk.field('secured')).toHaveCount(0)
  await expect(desk.field('tags')).toHaveCount(0)

  await desk.field('Address').fill('javascript:alert(1)')
  await desk.field('Address').press('Enter')
  await expect(desk.field('Address')).toHaveAttribute('aria-invalid', 'true')
  await desk.field('Date').fill('12 March')
  await desk.field('Date').press('Enter')
  await expect(desk.field('Date')).toHaveAttribute('aria-invalid', 'true')
  expect(await library.diff()).toEqual([])

  await desk.field('Address').press('Escape')
  await expect(desk.field('Address')).toHaveValue('https://ternandtide.example/tides-turn-early')
})

test('adds, moves and removes pictures, whole blocks at a time', async ({ page, library }) => {
  const desk = deskOn(page)
  await desk.chooseInViewMenu('Load pictures from the web')
  await desk.openStory('Tides turn early')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Add picture')
  await page.keyboard.press('Enter')
  await expect(desk.addPicture).toBeFocused()

  await page.keyboard.type('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(desk.addPicture).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Escape')
  await page.keyboard.type('https://pictures.example/second.jpg')
  await page.keyboard.press('Enter')
  await desk.hears('Picture added as 2 of 2')
  const second = [
    '+  - url: "https://pictures.example/second.jpg"',
    '+    width: 1',
    '+    height: 1'
  ]
  await expect.poll(library.diff).toEqual(second)

  await desk.onPicture('Move up', 2).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await desk.hears('Picture 2, moved to 1 of 2')
  await expect(desk.onPicture('Move up', 1)).toBeFocused()
  await expect.poll(library.diff).toEqual(second)
  await expect(desk.field('Picture 1 address')).toHaveValue('https://pictures.example/second.jpg')

  await desk.onPicture('Remove', 2).click()
  await desk.hears('Picture 2 removed. 1 picture left')
  await expect(desk.pictures).toHaveCount(1)
  await desk.story.getByRole('button', { name: 'Remove picture' }).press('Enter')
  await expect(desk.addPicture).toBeFocused()
  await expect.poll(() => library.read(TIDES)).not.toContain('images:')

  for (const left of [1, 2, 2, 1]) {
    await desk.undo.click()
    await expect(desk.pictures).toHaveCount(left)
  }
  await expect.poll(library.diff).toEqual([])
})
