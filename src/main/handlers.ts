import type { MenuCommand } from '#shared/contract/menu-command'
import type { NewerVersion } from '#shared/contract/newer-version'
import type { LibraryError } from '#shared/library/library-error'
import { fail } from '#shared/result'
import type { StoryId } from '#shared/story/story-id'
import type { AppSettingsFile } from './app-settings'
import { createDeskGit } from './changes/desk-git'
import type { Handlers } from './dispatch'
import type { FolderAccess } from './folder-access'
import type { Library } from './library/library'
import type { RecentFolders } from './recent-folders'
import { settingsSheet } from './settings-sheet'

type HandlerParts = {
  readonly library: Library
  readonly folders: FolderAccess
  readonly recent: RecentFolders
  /** Finds the folder of the stories that come with Storydesk. */
  readonly sample: () => Promise<string>
  readonly appSettings: AppSettingsFile
  readonly host: HostActions
}

/** What only the host of a window can do for it. */
export type HostActions = {
  /** Puts the page's commands into the window's menus; nothing where it has none. */
  readonly showMenu: (commands: readonly MenuCommand[]) => void
  /** Describes this Storydesk for a report. */
  readonly describe: () => Promise<string>
  /** The Storydesk that is newer than this one, as far as it may be asked. */
  readonly newer: () => Promise<NewerVersion | null>
  /** Why the folder was not opened that the host was asked for; `null` if it was, or this was told before. */
  readonly unopened: () => LibraryError | null
  /** Puts a text where the person can paste it from; `null`: only a page can do that here. */
  readonly copy: ((text: string) => void) | null
  /** Shows a story in the system's file manager. @returns `false` if that cannot be. */
  readonly reveal: (id: StoryId) => Promise<boolean>
}

/** Connects the requests of the contract to the library and to what the host knows about folders. */
export function createHandlers({
  library,
  folders,
  recent,
  sample,
  appSettings,
  host
}: HandlerParts): Handlers {
  const git = createDeskGit({ library })
  return {
    'library.open': async () => library.snapshot(),
    'library.switch': async ({ folder }) =>
      (await recent.has(folder)) || (await folders.allows(folder))
        ? library.open(folder)
        : fail({ code: 'outside', folder } as const),
    'library.sample': async () => library.open(await sample()),
    'library.refresh': async () => {
      await library.refresh()
      return null
    },
    'folder.choose': () => folders.choose(),
    'folder.recent': () => recent.list(),
    'folder.list': ({ folder }) => folders.list(folder),
    'story.read': ({ id }) => library.read(id),
    'story.source': ({ id }) => library.source(id),
    'story.findings': ({ id }) => library.findingsOf(id),
    'story.change': ({ id, change, fold }) => library.change(id, change, fold),
    'link.suggestions': ({ id }) => library.suggestions(id),
    'link.decline': async ({ id, url, isRelated }) => {
      await library.decline(id, url, isRelated)
      return null
    },
    'link.move': (move) => library.moveLink(move),
    'bulk.preview': ({ ids, change }) => library.previewBulk(ids, change),
    'bulk.change': ({ ids, change }) => library.bulk(ids, change),
    'bulk.cancel': async () => {
      library.cancelBulk()
      return null
    },
    'versions.list': ({ id }) => library.versions(id),
    'versions.read': ({ id, version }) => library.readVersion(id, version),
    'versions.diff': ({ id, version, until }) => library.diffVersions(id, version, until),
    'versions.restore': ({ id, version }) => library.restore(id, version),
    'review.set': async ({ ids, review }) => {
      await library.review(ids, review)
      return null
    },
    'view.change': (change) => library.changeView(change),
    'history.list': async () => library.doneSteps(),
    'history.undo': () => library.undo(),
    'history.redo': () => library.redo(),
    'settings.read': async () => settingsSheet(library, appSettings),
    'settings.change': (change) => library.changeSetting(change),
    'settings.change-own': (change) => appSettings.change(change),
    'story.reveal': ({ id }) => host.reveal(id),
    'changes.list': () => git.list(),
    'changes.repository': () => git.repository(),
    'changes.links': ({ id }) => git.links(id),
    'changes.lines': ({ id }) => git.lines(id),
    'changes.revert': ({ id, part }) => git.revert(id, part),
    'changes.suggest': ({ ids }) => git.suggest(ids),
    'changes.commit': (wish) => git.commit(wish),
    'changes.clash': ({ id }) => git.clash(id),
    'changes.settle': ({ id, choices }) => git.settle(id, choices),
    'changes.mergeSetup': () => git.mergeSetup(),
    'changes.setUpMerge': () => git.setUpMerge(),
    'host.diagnostics': async () => {
      const text = await host.describe()
      host.copy?.(text)
      return { text, isCopied: host.copy !== null }
    },
    'host.newer-version': () => host.newer(),
    'host.troubles': async () => ({
      unopened: host.unopened(),
      settings: appSettings.read().problems
    }),
    'host.menu': async ({ commands }) => {
      host.showMenu(commands)
      return null
    }
  }
}
