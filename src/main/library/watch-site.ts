import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { watch } from 'chokidar'
import { usualSettings } from '#shared/library/settings'
import type { Log } from '../log'
import { SETTINGS_FILE } from './read-settings'

/** Listens to the library's settings and the site generator's own files, as far as they are there. */
export type SiteWatch = {
  /**
   * Looks again which of them are there. Cheap; call it when one may have come.
   *
   * @param topics where the topics are, below the library, if it is another place than before.
   */
  follow(topics?: string): void
  close(): Promise<void>
}

type SiteWatchParts = {
  /** The library's folder, a real path. */
  readonly root: string
  /** One of them changed or went away. May be called several times for one change. */
  readonly onChange: () => void
  readonly log: Log
}

const SITE_FILES = [SETTINGS_FILE, '_config.yml', '_config.yaml']

/**
 * Follows the few files that are read once and then for ever. The thousands of stories are `watch-folders`'s: chokidar
 * keeps a watch for every file and lists a whole folder anew for each event in it.
 */
export function createSiteWatch({ root, onChange, log }: SiteWatchParts): SiteWatch {
  const watcher = watch([], { ignoreInitial: true, persistent: false, depth: 0 })
  watcher.on('all', onChange)
  // Without a watch, the look at the whole folder now and then still finds the change.
  watcher.on('error', (cause) => log.warn("The site's settings cannot be listened to", cause))

  let topics = usualSettings.topics

  function follow(now = topics): void {
    topics = now
    // Only what is there: for what is not, chokidar would list the library's folder again and again.
    watcher.add(
      [...SITE_FILES, topics].map((path) => join(root, path)).filter((path) => existsSync(path))
    )
  }

  follow()
  return { follow, close: () => watcher.close() }
}
