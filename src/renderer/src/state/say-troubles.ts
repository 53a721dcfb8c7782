import { explainLibraryError } from '#shared/library/library-error'
import type { Desk } from './desk'

/** Says what went wrong without a request of this page: a folder that the app was asked for, or wrong settings. */
export async function sayTroubles(desk: Desk): Promise<void> {
  const troubles = await desk.transport.call('host.troubles', null).catch(() => null)
  const [first, ...more] = troubles?.settings ?? []
  if (troubles?.unopened) {
    const detail = explainLibraryError(troubles.unopened)
    desk.voice.notify({ kind: 'problem', fact: 'The folder was not opened.', detail })
  } else if (first !== undefined) {
    const others = more.length === 0 ? '' : ` The settings show ${more.length} more.`
    desk.voice.notify({
      kind: 'problem',
      fact: 'Not all of settings.json holds.',
      detail: `Line ${first.line}: ${first.message}${others}`,
      action: { words: 'Settings', run: () => desk.window.setState({ dialog: 'settings' }) }
    })
  }
}
