import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const TIDES = '_news/tides.md'
const LINKS = ['Alpha sails', 'Bravo drifts', 'Charlie docks', 'Delta floods']
const manyLinks = Array.from({ length: 180 }, (_, at) => `Report number ${at + 1} from the coast`)

test.describe('a list of four links', () => {
  test.use({ files: { [TIDES]: storyFile({ title: 'Tides turn early', links: LINKS }) } })

  test('moves a link by its buttons, and moves whole blocks of lines', async ({
    page,
    library
  }) => {
    const desk = deskOn(page)
    const before = await library.read(TIDES)
    await desk.openStory('Tides turn early')
    expect(await desk.linkTitles()).toEqual(LINKS)

    await desk.onLink('Charlie docks', 'Move up')
    await expect
      .poll(desk.linkTitles)
      .toEqual(['Alpha sails', 'Charlie docks', 'Bravo drifts', 'Delta floods'])
    await expect(
      desk.announcements.filter({ hasText: 'Charlie docks, moved to 2 of 4' })
    ).toHaveCount(1)

    await desk.onLink('Charlie docks', 'Move to bottom')
    await desk.onLink('Delta floods', 'Move to top')
    await desk.onLink('Alpha sails', 'Move down')
    await expect
      .poll(desk.linkTitles)
      .toEqual(['Delta floods', 'Bravo drifts', 'Alpha sails', 'Charlie docks'])

    const lines = (text: string): readonly string[] => text.split('\n').toSorted()
    await expect.poll(async () => lines(await library.read(TIDES))).toEqual(lines(before))
    await expect
      .poll(() => library.read(TIDES))
      .toBe(
        storyFile({ title: 'Tides turn early' }).replace(
          'secured:',
          `${reordered(before)}\n\nsecured:`
        )
      )
  })

  test('removes a link, keeps the focus in the list, and undo brings its bytes back', async ({
    page,
    library
  }) => {
    const desk = deskOn(page)
    const before = await library.read(TIDES)
    await desk.openStory('Tides turn early')

    await desk.onLink('Bravo drifts', 'Remove link')
    await expect.poll(desk.linkTitles).toEqual(['Alpha sails', 'Charlie docks', 'Delta floods'])
    await expect.poll(() => library.read(TIDES)).not.toContain('Bravo drifts')

    await desk.undo.click()
    await expect.poll(() => library.read(TIDES)).toBe(before)
    await expect.poll(desk.linkTitles).toEqual(LINKS)
  })

  test('moves with Alt and the arrow keys', async ({ page, library }) => {
    const desk = deskOn(page)
    await desk.openStory('Tides turn early')

    await desk.linkRow('Delta floods').click()
    await page.keyboard.press('Alt+ArrowUp')
    await expect
      .poll(desk.linkTitles)
      .toEqual(['Alpha sails', 'Bravo drifts', 'Delta floods', 'Charlie docks'])
    await page.keyboard.press('Alt+Home')
    await expect
      .poll(desk.linkTitles)
      .toEqual(['Delta floods', 'Alpha sails', 'Bravo drifts', 'Charlie docks'])
    await expect.poll(async () => (await library.read(TIDES)).indexOf('Delta')).toBeGreaterThan(0)
  })

  test('keeps a link that the robot adds while another is moved', async ({ page, library }) => {
    const desk = deskOn(page)
    await desk.openStory('Tides turn early')

    await library.write(
      TIDES,
      storyFile({ title: 'Tides turn early', links: ['Echo rises', ...LINKS] })
    )
    await desk.onLink('Delta floods', 'Move up')

    await expect
      .poll(desk.linkTitles)
      .toEqual(['Echo rises', 'Alpha sails', 'Bravo drifts', 'Delta floods', 'Charlie docks'])
  })
})

test.describe('a list of 180 links', () => {
  test.use({ files: { [TIDES]: storyFile({ title: 'Tides turn early', links: manyLinks }) } })

  test('takes the last one to the top', async ({ page, library }) => {
    const desk = deskOn(page)
    await desk.openStory('Tides turn early')
    await expect(desk.related).toHaveAttribute('aria-rowcount', '180')

    await desk.goToLastLink()
    await desk.linkRow('Report number 180').click()
    await page.keyboard.press('Alt+Home')

    await expect
      .poll(async () => (await library.read(TIDES)).match(/ {2}- title: "(.*)"/)?.[1])
      .toBe('Report number 180 from the coast')
  })
})

/** The `related` block of a file with its four links in the order that the first test leaves behind. */
function reordered(text: string): string {
  const block = text.slice(text.indexOf('related:'), text.indexOf('\n\nsecured:'))
  const [a, b, c, d] = block
    .split(/(?= {2}- title)/)
    .slice(1)
    .map((link) => link.trimEnd())
  return ['related:', d, b, a, c].join('\n')
}
