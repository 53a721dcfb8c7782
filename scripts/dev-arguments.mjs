import { parseArgs } from 'node:util'

/**
 * @typedef {object} DevArguments
 * @property {boolean} browser
 * @property {boolean} desktop
 * @property {boolean} open whether the browser is to be shown
 * @property {string | null} folder as it was named
 */

const USAGE =
  'npm run dev takes a folder, --browser, --desktop and --no-open. Its port is fixed, because the page is told of it.'

/**
 * Reads what follows `npm run dev --`.
 *
 * @param {readonly string[]} args
 * @returns {DevArguments | string} one sentence if they make no sense
 */
export function readDevArguments(args) {
  const options = /** @type {const} */ ({
    browser: { type: 'boolean', default: false },
    desktop: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false }
  })
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    if (positionals.length > 1) return `Only one folder can be opened. ${USAGE}`
    const { browser, desktop } = values
    if (browser && desktop) return 'Choose one of --browser and --desktop.'
    return { browser, desktop, open: !values['no-open'], folder: positionals[0] ?? null }
  } catch {
    return USAGE
  }
}
