import type { Command } from './command'
import { chord, chordCap } from './key-press'

/** What is done with git. */
export const CHANGES_COMMANDS: readonly Command[] = [
  {
    words: 'Changes since the last commit',
    menu: 'view',
    caps: [chordCap(), 'Shift', 'D'],
    matches: chord('d', 'shift'),
    run: (desk) => desk.window.setState({ dialog: 'git-changes' })
  }
]
