import { type FSWatcher, watch as watchFolder } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { codeOf } from './disk'

/** Listens to the folders of one library. What it hears are hints, nothing more. */
export type FolderWatch = {
  /** Makes these, and no others, the folders listened to. @returns whether some were not listened to before. */
  listen(folders: readonly string[]): boolean
  /** Stops listening to one folder and all below, because they moved or went away. */
  forget(folder: string): void
  close(): void
}

type FolderWatchParts = {
  readonly root: string
  /**
   * Something may have happened to the file or folder at this absolute path; `came` if it may have appeared there or
   * gone from there, and not only changed. May be called very often.
   */
  readonly onHint: (path: string, came: boolean) => void
  /** The system has no more watches or handles to give. Nothing is listened to any more. */
  readonly onExhausted: (code: string) => void
  /** Node's own, unless a test says otherwise. */
  readonly watch?: typeof watchFolder
}

/** On these the system itself listens to a whole tree with one handle, and a handle per folder would lock it. */
const WHOLE_TREE = process.platform === 'win32' || process.platform === 'darwin'

/**
 * Listens to folders, not to each file in them: 100,000 files in one folder cost one watch. (A watch per file, as
 * chokidar keeps, takes 5 s and 370 MB there, and half of the watches that Linux allows one user.)
 */
export function createFolderWatch(parts: FolderWatchParts): FolderWatch {
  const { root, onHint, onExhausted, watch = watchFolder } = parts
  const watchers = new Map<string, FSWatcher>()
  let exhausted = false

  function listenTo(folder: string): boolean {
    if (exhausted || watchers.has(folder)) return false
    try {
      const options = { persistent: false, recursive: WHOLE_TREE }
      const watcher = watch(folder, options, (event, name) => {
        const came = event === 'rename'
        // A folder that is itself moved or deleted says its own name.
        if (name === null || name === basename(folder)) onHint(folder, came)
        if (name !== null) onHint(join(folder, name), came)
      })
      watcher.on('error', (cause) => fail(folder, cause))
      watchers.set(folder, watcher)
      return true
    } catch (cause) {
      fail(folder, cause)
      return false
    }
  }

  function fail(folder: string, cause: unknown): void {
    const code = codeOf(cause)
    if (code === null) throw cause
    if (code === 'ENOSPC' || code === 'EMFILE' || code === 'ENFILE') {
      exhausted = true
      close()
      onExhausted(code)
    } else {
      stop(folder) // gone, or not ours to look at: the next look at the library tells
    }
  }

  function stop(folder: string): void {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }

  function close(): void {
    for (const folder of [...watchers.keys()]) stop(folder)
  }

  return {
    listen(folders) {
      const wanted = new Set(WHOLE_TREE ? [root] : folders)
      for (const folder of [...watchers.keys()]) if (!wanted.has(folder)) stop(folder)
      return [...wanted].filter(listenTo).length > 0
    },
    forget(folder) {
      for (const known of [...watchers.keys()]) {
        if (known === folder || known.startsWith(folder + sep)) stop(known)
      }
    },
    close
  }
}
