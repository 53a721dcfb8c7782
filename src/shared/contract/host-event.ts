import type { Subscribable } from '../emitter'

/** What the person did with the window itself, for its page to carry out. */
export type HostEvent =
  /** A command of the page was chosen from a menu. */
  | { readonly kind: 'command'; readonly name: string }
  /** A folder was chosen or dropped, and may be opened now. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** Something went wrong that `host.troubles` tells. */
  | { readonly kind: 'trouble' }

/** The host of a window, as far as a page has to tell hosts apart. */
export type HostLink = Subscribable<HostEvent> & { readonly kind: 'desktop' | 'browser' }
