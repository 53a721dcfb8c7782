import { Menu } from 'electron'
import type { MenuCommand } from '#shared/contract/menu-command'
import type { Subscribable } from '#shared/emitter'
import type { LibraryEvent } from '#shared/library/library-state'
import { type MenuParts, menuTemplate } from './menu-template'

/** The application's menus, kept equal to what the page can do and to the folders that were open. */
export type AppMenu = {
  show(commands: readonly MenuCommand[]): void
}

type AppMenuParts = Pick<MenuParts, 'platform' | 'onCommand' | 'onFolder'> & {
  /** The folders that were open before, newest first. */
  readonly folders: () => Promise<readonly string[]>
  readonly events: Subscribable<LibraryEvent>
}

/** Sets the menus, at first without any command of a page. */
export function createAppMenu({ folders, events, ...parts }: AppMenuParts): AppMenu {
  let commands: readonly MenuCommand[] = []
  let recent: readonly string[] = []

  const set = (): void =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ ...parts, commands, recent })))

  async function lookAtFolders(): Promise<void> {
    recent = await folders()
    set()
  }

  let open = ''
  events.subscribe(({ state: { phase, folder } }) => {
    if (phase !== 'open' || folder === open) return
    open = folder
    void lookAtFolders()
  })
  set()
  void lookAtFolders()
  return {
    show(now) {
      commands = now
      set()
    }
  }
}
