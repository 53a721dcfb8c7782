import type { Transport } from '#shared/contract/contract'

/** Who goes back and forth between two windows need not have the disk looked through each time. */
const PAUSE_MS = 5000

/**
 * Looks for changes on disk whenever the editor comes back to the window, because some disks do not tell of them.
 *
 * @param window what gets the focus
 * @returns what ends it
 */
export function lookAgainOnFocus(
  window: EventTarget,
  transport: Pick<Transport, 'call'>,
  now: () => number
): () => void {
  let last = Number.NEGATIVE_INFINITY
  function onFocus(): void {
    if (now() - last < PAUSE_MS) return
    last = now()
    // A host that does not answer is said by the banner.
    transport.call('library.refresh', null).catch(() => {})
  }
  window.addEventListener('focus', onFocus)
  return () => window.removeEventListener('focus', onFocus)
}
