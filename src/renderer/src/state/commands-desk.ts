import { type Command, goTo } from './command'
import { CHANGES_COMMANDS } from './commands-changes'
import { chord, chordCap, plain } from './key-press'
import { chooseFolder, travel } from './library-actions'
import { saveNow } from './save-state'

/** Keys that work wherever no text is typed. */
export const DESK_COMMANDS: readonly Command[] = [
  {
    words: 'Search',
    menu: 'edit',
    caps: ['/'],
    matches: plain('/'),
    run: (desk) => goTo(desk, 'search')
  },
  {
    words: 'All keys',
    menu: 'help',
    caps: ['?'],
    matches: plain('?'),
    run: (desk) => desk.window.setState({ dialog: 'shortcuts' })
  }
]

/** Keys that work also in a text field, as long as nothing was typed there: else it has an undo of its own. */
export const TRAVEL_COMMANDS: readonly Command[] = [
  {
    words: 'Undo',
    menu: 'edit',
    caps: [chordCap(), 'Z'],
    matches: chord('z'),
    run: (desk) => void travel(desk, 'undo')
  },
  {
    words: 'Redo',
    menu: 'edit',
    caps: [chordCap(), 'Shift', 'Z'],
    matches: chord('z', 'shift'),
    run: (desk) => void travel(desk, 'redo')
  }
]

/** Keys that work everywhere, because no text is written with them. */
export const CHORD_COMMANDS: readonly Command[] = [
  {
    words: 'Back to the list',
    caps: ['Esc'],
    matches: plain('Escape'),
    run: (desk) => goTo(desk, 'list')
  },
  {
    words: 'All commands',
    menu: 'help',
    caps: [chordCap(), 'K'],
    matches: chord('k'),
    run: (desk) => desk.window.setState({ dialog: 'palette' })
  },
  {
    words: 'Changes since the start',
    menu: 'view',
    caps: [chordCap(), 'D'],
    matches: chord('d'),
    run: (desk) => desk.window.setState({ dialog: 'changes' })
  },
  ...CHANGES_COMMANDS,
  {
    words: 'Save now',
    menu: 'file',
    caps: [chordCap(), 'S'],
    matches: chord('s'),
    run: (desk) => void saveNow(desk)
  },
  {
    words: 'Open folder',
    menu: 'file',
    caps: [chordCap(), 'O'],
    matches: chord('o'),
    run: (desk) => void chooseFolder(desk)
  },
  {
    words: 'Settings',
    menu: 'file',
    caps: [chordCap(), ','],
    matches: chord(','),
    run: (desk) => desk.window.setState({ dialog: 'settings' })
  }
]

/** Keys of the related list; it carries them out itself, because it knows which link has the focus. */
export const RELATED_KEYS: readonly Pick<Command, 'words' | 'caps'>[] = [
  { words: 'Next link', caps: ['J', '↓'] },
  { words: 'Previous link', caps: ['K', '↑'] },
  { words: 'Move up', caps: ['Alt', '↑'] },
  { words: 'Move down', caps: ['Alt', '↓'] },
  { words: 'Move to top', caps: ['Alt', 'Home'] },
  { words: 'Move to bottom', caps: ['Alt', 'End'] },
  { words: 'Remove link', caps: ['Delete'] },
  { words: 'Compare duplicates', caps: ['D'] },
  { words: 'Set the quality that fits its place', caps: ['F'] },
  { words: 'Move to another story', caps: ['M'] },
  { words: 'Add a link', caps: ['A'] },
  { words: 'Open the page of the link', caps: ['O'] },
  { words: 'Type a position', caps: ['1', '…', '9'] },
  { words: 'Edit the link, Esc closes it', caps: ['Enter'] },
  { words: 'To the buttons of the link', caps: ['→'] }
]
