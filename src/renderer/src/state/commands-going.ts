import { type Command, goTo } from './command'
import type { Desk } from './desk'
import { plain } from './key-press'
import { showView } from './story-actions'
import type { ViewName } from './view-store'

/** A key that does nothing by itself: it waits for the next one. */
export type Prefix = 'g'

type GoingCommand = Command & { readonly after: Prefix; readonly view?: ViewName }

/** Keys that follow a prefix. They work wherever no text is typed. */
export const GOING_COMMANDS: readonly GoingCommand[] = [
  {
    words: 'Go to Inbox',
    view: 'inbox',
    after: 'g',
    caps: ['G', 'I'],
    matches: plain('i'),
    run: (desk) => goToView(desk, 'inbox')
  },
  {
    words: 'Go to Problems',
    view: 'problems',
    after: 'g',
    caps: ['G', 'P'],
    matches: plain('p'),
    run: (desk) => goToView(desk, 'problems')
  },
  {
    words: 'Go to Changes',
    after: 'g',
    caps: ['G', 'C'],
    matches: plain('c'),
    run: (desk) => desk.window.setState({ dialog: 'git-changes' })
  }
]

function goToView(desk: Desk, view: ViewName): void {
  showView(desk, view)
  goTo(desk, 'list')
}

/** The caps of the keys that show a view; empty if none do. */
export const capsOfView = (view: ViewName): readonly string[] =>
  GOING_COMMANDS.find((command) => command.view === view)?.caps ?? []
