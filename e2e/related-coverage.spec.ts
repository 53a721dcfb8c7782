import { expect } from '@playwright/test'
import { deskOn } from './desk'
import { test } from './fixtures'
import { storyFile } from './story-file'

const TIDES = '_news/tides.md'
const LINKS = ['Alpha sails', 'Bravo drifts', 'Charlie docks', 'Delta floods']
const manyLinks = Array.from({ length: 180 }, (_, at) => `Report number ${at + 1} from the coast`)

test.describe('a list of four links', () => {
  test.use({ files: { [TIDES]: storyFile({ title: 'Tides turn early', links: LINKS }) } })

  test('moves a link by its buttons and by dragging, and moves whole blocks of lines', async ({
    page,
    library
  }) => {
    const desk = deskOn(page)
    const before = await library.read(TIDES)
    await desk.openStory('Tides turn early')
    await expect.poll(desk.linkTitles).toEqual(LINKS)
    const top = await desk.topOfLinks()

    await desk.onLink('Charlie docks', 'Move up')
    await expect
      .poll(desk.linkTitles)
      .toEqual(['Alpha sails', 'Charlie docks', 'Bravo drifts', 'Delta floods'])
    await desk.hears('Charlie docks, moved to 2 of 4')

    // What is found above the fields moves nothing away from under the pointer.
    await expect(desk.findings).not.toHaveCount(0)
    expect(await desk.topOfLinks()).toBe(top)

    await desk.onLink('Charlie docks', 'Move to bottom')
    await desk.dragLink('Delta floods', 'Alpha sails')
    await desk.hears('Delta floods, moved to 1 of 4')
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

  test('moves with Alt and the arrow keys, and to a position that is typed', async ({
    page,
    library
  }) => {
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

    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    await expect(desk.linkPosition).toHaveAttribute('aria-invalid', 'true')
    await page.keyboard.press('Escape')
    await desk.isAtLink('Delta floods')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')

    await expect
      .poll(desk.linkTitles)
      .toEqual(['Alpha sails', 'Delta floods', 'Bravo drifts', 'Charlie docks'])
    await desk.hears('Delta floods, moved to 2 of 4')
    await desk.isAtLink('Delta floods')
    await expect
      .poll(async () => [...(await library.read(TIDES)).matchAll(/- title: "(.*)"/g)][1]?.[1])
      .toBe('Delta floods')
  })

  test('sorts by quality as one step', async ({ page, library }) => {
    const desk = deskOn(page)
    const before = await library.read(TIDES)
    await desk.openStory('Tides turn early')
    await desk.onLink('Delta floods', 'Move to top')
    await desk.onLink('Alpha sails', 'Move to bottom')
    await expect(desk.linkRow('Bravo drifts')).toHaveAccessibleName(/Outscores link 1$/)
    const own = ['Delta floods', 'Bravo drifts', 'Charlie docks', 'Alpha sails']
    await expect.poll(desk.linkTitles).toEqual(own)

    await desk.hears('It keeps quality 140, which is out of order there.')
    await desk.linkRow('Alpha sails').focus()
    await page.keyboard.press('f')
    await expect(desk.linkRow('Alpha sails')).toHaveAccessibleName(/quality 138$/)
    await expect(desk.notice).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(desk.linkRow('Alpha sails')).toHaveAccessibleName(/quality 140, /)

    await desk.sortLinks.click()
    await expect.poll(desk.linkTitles).toEqual(LINKS)
    await expect.poll(() => library.read(TIDES)).toBe(before)
    await expect(desk.sortLinks).toHaveCount(0)

    await desk.undo.click()
    await expect.poll(desk.linkTitles).toEqual(own)
  })

  test('edits the fields of a link where it stands', async ({ page, library }) => {
    const desk = deskOn(page)
    await desk.openStory('Tides turn early')
    await desk.openLink('Bravo drifts')
    await expect(desk.linkField('title')).toBeFocused()

    await desk.linkField('title').fill('Bravo drifts on')
    await desk.linkField('title').press('Enter')
    await desk.linkField('provider').fill('Tern & Tide')
    await desk.linkField('date').fill('2026-03-10 07:15')
    await desk.linkField('address').fill('https://harbourledger.example/bravo')
    await desk.linkField('address').press('Enter')
    await desk.linkQuality.fill('120')
    await desk.linkQuality.press('Enter')

    await expect
      .poll(library.diff)
      .toEqual([
        '-  - title: "Bravo drifts"',
        '+  - title: "Bravo drifts on"',
        '-    publishedDateTime: 2026-03-11T08:00:00Z',
        '-    webUrl: "https://harbourledger.example/bravo-drifts"',
        '+    publishedDateTime: 2026-03-10T07:15:00Z',
        '+    webUrl: "https://harbourledger.example/bravo"',
        '-      name: Harbour Ledger',
        '+      name: Tern & Tide',
        '-    quality: 139',
        '+    quality: 120'
      ])
    await expect(desk.linkField('address')).toHaveValue('https://harbourledger.example/bravo')
    await page.keyboard.press('Escape')
    await expect(desk.linkField('title')).toHaveCount(0)
    await desk.isAtLink('Bravo drifts on')
  })

  test('refuses in place what is no date and no address', async ({ page, library }) => {
    const desk = deskOn(page)
    await desk.openStory('Tides turn early')
    await desk.openLink('Bravo drifts')

    await desk.linkField('date').fill('30 February')
    await desk.linkField('address').fill('javascript:alert(1)')
    await desk.linkField('title').focus()

    await expect(desk.linkField('date')).toHaveAttribute('aria-invalid', 'true')
    await expect(desk.linkField('address')).toHaveAttribute('aria-invalid', 'true')
    await expect(desk.related.getByText('An address starts with https://')).toBeVisible()
    expect(await library.diff()).toEqual([])
  })

  test('asks when the robot changed the same field of a link', async ({ page, library }) => {
    const desk = deskOn(page)
    const before = await library.read(TIDES)
    await desk.openStory('Tides turn early')
    await desk.openLink('Bravo drifts')

    await desk.linkField('date').fill('2026-03-10 07:15')
    await library.write(TIDES, before.replaceAll('2026-03-11T08:00:00Z', '2026-03-09T08:00:00Z'))
    await desk.linkField('date').press('Enter')
    await desk.related.getByRole('button', { name: 'Keep yours' }).click()

    await expect.poll(() => library.read(TIDES)).toContain('2026-03-10T07:15:00Z')
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
    expect((await desk.linkTitles()).length).toBeLessThan(100)

    await desk.goToLastLink()
    await desk.isAtLink('Report number 180')
    await page.keyboard.press('Alt+Home')
    await expect(desk.linkRow('Report number 180')).toBeInViewport()

    await expect
      .poll(async () => (await library.read(TIDES)).match(/ {2}- title: "(.*)"/)?.[1])
      .toBe('Report number 180 from the coast')
  })
})

test.describe('a list that repeats itself', () => {
  const links = ['Alpha sails', 'Bravo drifts', 'Alpha sails', 'Tides turn early']
  test.use({ files: { [TIDES]: storyFile({ title: 'Tides turn early', links }) } })

  test('says which link repeats which, and leads there', async ({ page }) => {
    const desk = deskOn(page)
    await desk.openStory('Tides turn early')

    await expect(desk.linkRow('Alpha sails, 3 of 4')).toHaveAccessibleName(/Same work as link 1$/)
    await expect(desk.linkRow('Tides turn early')).toHaveAccessibleName(/Same title as this story$/)

    await desk.story.getByRole('button', { name: 'Duplicates 2' }).click()
    await desk.isAtLink('Alpha sails, 3 of 4')
    await desk.story.getByRole('button', { name: 'Duplicates 2' }).click()
    await desk.isAtLink('Tides turn early')
  })

  test('shows both side by side, and keeps the one that is chosen', async ({ page, library }) => {
    const desk = deskOn(page)
    const before = await library.read(TIDES)
    await desk.openStory('Tides turn early')
    await desk.linkRow('Alpha sails, 3 of 4').focus()
    await page.keyboard.press('d')

    const pair = desk.dialog('Same work as link 1')
    await expect(pair.getByRole('row', { name: 'Quality 140 138' })).toBeVisible()
    await expect(pair.getByRole('row', { name: /^Title Alpha sails The same/ })).toBeVisible()
    await pair.getByRole('button', { name: 'Keep this one: link 3' }).press('2')
    await desk.hears('Alpha sails, removed. 1 more')

    const own = desk.dialog('Same title as this story')
    await own.getByRole('button', { name: 'Keep the story only' }).click()
    await desk.hears('Tides turn early, removed. No duplicates left')
    await expect(own).toHaveCount(0)
    await expect.poll(desk.linkTitles).toEqual(['Bravo drifts', 'Alpha sails'])
    await expect(desk.linkRow('Alpha sails')).toHaveAccessibleName(/quality 138$/)

    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => library.read(TIDES)).toBe(before)
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
