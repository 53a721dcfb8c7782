import { webAddress } from '#shared/story/web-address'
import type { Log } from './log'

type AddressOpenerParts = {
  /** Hands an address to the system. */
  readonly openExternal: (address: string) => Promise<void>
  readonly log: Log
}

/**
 * Opens addresses of pages on the web in the person's own browser. The only way by which an address reaches the
 * system: all that is not http or https with a host, and without credentials, stays closed.
 */
export const createAddressOpener =
  ({ openExternal, log }: AddressOpenerParts) =>
  async (address: string): Promise<void> => {
    const page = webAddress(address)
    if (page === null) {
      // The log says nothing of what stories say.
      log.warn(
        'Refused to open an address that begins with',
        SCHEME.exec(address)?.[0] ?? 'no scheme'
      )
      return
    }
    try {
      await openExternal(page.href)
    } catch (cause) {
      log.warn('An address could not be opened', cause)
    }
  }

const SCHEME = /^[a-z][a-z\d+.-]{0,30}:/i
