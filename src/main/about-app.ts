import { arch, platform, release } from 'node:os'
import type { AppSettingsFile } from './app-settings'
import { type AppFacts, describeApp } from './diagnostics'
import type { HostActions } from './handlers'
import { installedVersion } from './installed-version'
import type { Library } from './library/library'
import type { Log } from './log'
import type { LogFile } from './log-file'
import { createNewerVersion } from './newer-version'

type AboutAppParts = Pick<AppFacts, 'host'> & {
  /** Where Storydesk is installed. */
  readonly root: string
  readonly library: Library
  readonly appSettings: AppSettingsFile
  readonly logFile: LogFile
  readonly log: Log
}

/** So many lines of the log tell what happened before somebody reports it. */
const LINES = 40

/** What Storydesk can say of itself, in whatever host. */
export function aboutApp(parts: AboutAppParts): Pick<HostActions, 'describe' | 'newer'> {
  const { root, host, library, appSettings, logFile, log } = parts
  const version = () => installedVersion(root)
  const { node, electron, chrome } = process.versions
  return {
    async describe() {
      const facts = {
        version: await version(),
        host,
        system: `${platform()} ${release()} ${arch()}`,
        engines: { node, electron, chrome }
      }
      return describeApp(facts, library.snapshot(), logFile.tail(LINES))
    },
    newer: createNewerVersion({
      version,
      address: () => appSettings.read().values.updates,
      fetch,
      log
    })
  }
}
