import type { LibraryError } from '../library/library-error'
import type { Problem } from '../problem'

/** What went wrong without a request of a page, so that nobody was told. */
export type Troubles = {
  /** Why the folder was not opened that the app was asked for from outside. It is said once. */
  readonly unopened: LibraryError | null
  /** What `settings.json` says and cannot hold. */
  readonly settings: readonly Problem[]
}
