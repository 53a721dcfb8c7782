import { app, type BrowserWindow, dialog } from 'electron'
import type { Log } from '../log'

/** A page that ends more often than this within a minute will not get better by loading it again. */
const MOST_CRASHES = 3
const MINUTE_MS = 60_000

/**
 * Loads the page again when its process ends badly; what was open and typed is still in the window's session. If that
 * does not help, the person decides.
 *
 * @param now milliseconds since 1970
 */
export function surviveCrash(window: BrowserWindow, log: Log, now: () => number): void {
  let crashes: readonly number[] = []

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.error('The page ended', { reason, exitCode })
    crashes = [...crashes.filter((at) => at > now() - MINUTE_MS), now()]
    if (crashes.length <= MOST_CRASHES) window.reload()
    else void ask()
  })
  window.on('unresponsive', () => log.warn('The page does not answer'))
  window.on('responsive', () => log.info('The page answers again'))

  async function ask(): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: 'Storydesk’s window keeps failing.',
      detail: 'Everything that said “Saved” is on disk. The log in Storydesk’s folder says more.',
      buttons: ['Try again', 'Quit'],
      defaultId: 0,
      cancelId: 0
    })
    crashes = []
    if (response === 1) app.quit()
    else window.reload()
  }
}
