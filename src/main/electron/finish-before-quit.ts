import { app } from 'electron'

/**
 * Lets `finish` end before the app does. By then all windows are closed, so what a page says while
 * it goes away has arrived.
 */
export function finishBeforeQuit(finish: () => Promise<void>): void {
  let phase: 'running' | 'finishing' | 'finished' = 'running'

  app.on('will-quit', (event) => {
    if (phase === 'finished') return
    event.preventDefault()
    if (phase === 'finishing') return
    phase = 'finishing'
    void finish().finally(() => {
      phase = 'finished'
      app.quit()
    })
  })
}
