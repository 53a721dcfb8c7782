import type { Page } from '@playwright/test'

/** Adds everything that goes wrong in the page, as the browser's own console tells it. */
export function collectErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  page.on('console', (message) => {
    const { url } = message.location()
    const isMissingPicture = message.text().includes('404') && url.includes('/pictures/')
    // A story may name a picture that the library does not have.
    if (message.type() === 'error' && !isMissingPicture) errors.push(`${message.text()} (${url})`)
  })
  page.on('crash', () => errors.push('The page crashed'))
}

/** A GIF of one transparent dot. */
const DOT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/** Answers what the page asks of the web, so that no test depends on it, and adds the addresses to `asked`. */
export async function answerOutside(page: Page, asked: string[]): Promise<void> {
  await page.route(isOutside, async (route) => {
    asked.push(route.request().url())
    await route.fulfill({ contentType: 'image/gif', body: DOT })
  })
}

const isOutside = ({ protocol, hostname }: URL): boolean =>
  protocol.startsWith('http') && hostname !== '127.0.0.1' && hostname !== 'storydesk.invalid'
