import { type Command, goTo, withCurrent } from './command'
import { chord, chordCap, plain, shifted } from './key-press'
import { clearSelection, extendSelection, selectAll, toggleSelected } from './selection-actions'
import { step } from './story-actions'

/** Keys of the list that go through it and choose in it. */
export const MOVING_COMMANDS: readonly Command[] = [
  {
    words: 'Select to the next story',
    menu: 'edit',
    caps: ['Shift', 'J'],
    matches: shifted('j', 'ArrowDown'),
    run: (desk) => extendSelection(desk, 1)
  },
  {
    words: 'Select to the previous story',
    menu: 'edit',
    caps: ['Shift', 'K'],
    matches: shifted('k', 'ArrowUp'),
    run: (desk) => extendSelection(desk, -1)
  },
  {
    words: 'Next story',
    caps: ['J', '↓'],
    matches: plain('j', 'ArrowDown'),
    run: (desk) => step(desk, 1)
  },
  {
    words: 'Previous story',
    caps: ['K', '↑'],
    matches: plain('k', 'ArrowUp'),
    run: (desk) => step(desk, -1)
  },
  {
    words: 'A page on',
    caps: ['Page ↓'],
    matches: plain('PageDown'),
    run: (desk, { page }) => step(desk, page)
  },
  {
    words: 'A page back',
    caps: ['Page ↑'],
    matches: plain('PageUp'),
    run: (desk, { page }) => step(desk, -page)
  },
  {
    words: 'First story',
    caps: ['Home'],
    matches: plain('Home'),
    run: (desk) => step(desk, -Infinity)
  },
  {
    words: 'Last story',
    caps: ['End'],
    matches: plain('End'),
    run: (desk) => step(desk, Infinity)
  },
  {
    words: 'Select',
    on: 'story',
    menu: 'edit',
    caps: ['X'],
    matches: plain('x'),
    run: withCurrent(toggleSelected)
  },
  {
    words: 'Select all matches',
    menu: 'edit',
    caps: [chordCap(), 'A'],
    matches: chord('a'),
    run: selectAll
  },
  {
    words: 'Select none',
    menu: 'edit',
    caps: ['Esc'],
    matches: plain('Escape'),
    run: (desk) => {
      if (!clearSelection(desk)) goTo(desk, 'list')
    }
  }
]
