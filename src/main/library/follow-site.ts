import type { Log } from '../log'
import { readSaid, type Said } from './site'
import { createSiteWatch } from './watch-site'

/** Keeps what files of the library say about it, besides its stories, equal to the disk. */
export type SiteFollower = {
  read(): Promise<Said>
  /** One of the files may have changed or come. */
  hint(): void
  /** As `hint`, but at once; resolves when what they say is taken in. */
  look(): Promise<void>
  close(): Promise<void>
}

type SiteFollowerParts = {
  /** The library's folder, a real path. */
  readonly root: string
  readonly log: Log
  /** Whether what they say would be taken in: not while the folder is read for the first time, or is away. */
  readonly isWanted: () => boolean
  readonly onSaid: (said: Said) => void
}

/** Longer than programs take to write a few files. */
const SOON_MS = 100

export function createSiteFollower(parts: SiteFollowerParts): SiteFollower {
  const { root, log, isWanted, onSaid } = parts
  let soon: NodeJS.Timeout | undefined
  let closed = false
  const watch = createSiteWatch({ root, log, onChange: hint })

  function hint(): void {
    if (closed || !isWanted()) return
    clearTimeout(soon)
    soon = setTimeout(() => void look(), SOON_MS).unref()
  }

  async function look(): Promise<void> {
    watch.follow()
    const said = await read()
    if (!closed) onSaid(said)
  }

  async function read(): Promise<Said> {
    const said = await readSaid(root)
    if (!closed) watch.follow(said.settings.topics)
    return said
  }

  return {
    read,
    hint() {
      watch.follow()
      hint()
    },
    look,
    async close() {
      closed = true
      clearTimeout(soon)
      await watch.close()
    }
  }
}
