import type { StoryId } from '#shared/story/story-id'
import { draftBulk, hasSelection, markSelected } from './bulk-actions'
import type { Desk } from './desk'
import { type FocusPlace, focusPlaceSoon } from './focus-place'
import { chord, chordCap, plain, shifted } from './key-press'
import { chooseFolder, travel } from './library-actions'
import { clearSelection, extendSelection, selectAll, toggleSelected } from './selection-actions'
import { decide, mark, nudgeQuality, QUALITY_PRESETS, scoreStory, step } from './story-actions'

/** Something that a key does. The same definition runs it and teaches it. */
export type Command = {
  readonly words: string
  /** What stands on the caps; several caps of a chord are pressed together, others are alternatives. */
  readonly caps: readonly string[]
  readonly matches: (event: KeyboardEvent) => boolean
  readonly run: (desk: Desk, press: Press) => void
  /** What it works on, if not on the desk: the open story, or fields of it that can be edited. */
  readonly on?: 'story' | 'fields'
}

type Press = {
  readonly shift: boolean
  /** How many rows one page of the list has. */
  readonly page: number
}

/** Works on all selected stories if there are any, else on the open one. */
const withChosen =
  (onAll: (desk: Desk) => void, onOne: (desk: Desk, id: StoryId) => void) =>
  (desk: Desk): void => {
    if (hasSelection(desk)) onAll(desk)
    else withCurrent(onOne)(desk)
  }

const withCurrent =
  (work: (desk: Desk, id: StoryId) => void) =>
  (desk: Desk): void => {
    const { current } = desk.view.getState()
    if (current !== null) work(desk, current)
  }

/** Goes to a place of the list or of the story, also where only one of them is on screen. */
export function goTo(desk: Desk, place: FocusPlace): void {
  const isInStory = place !== 'list' && place !== 'search'
  if (isInStory && desk.selection.getState().ids.size > 1) {
    desk.voice.announce('Several stories are selected. Escape selects none.')
    return
  }
  desk.window.setState({
    showsStory: isInStory,
    ...(isInStory && { tab: 'story' }),
    ...(place === 'add-picture' && { showsMore: true })
  })
  focusPlaceSoon(place)
}

function raise(desk: Desk, by: 1 | -1, { shift }: Press): void {
  withCurrent((each, id) => nudgeQuality(each, id, shift ? by * 10 : by))(desk)
}

const scores: readonly Command[] = [...QUALITY_PRESETS, 0].map((quality, index) => {
  const digit = String((index + 1) % (QUALITY_PRESETS.length + 1))
  return {
    words: `Quality ${quality}`,
    on: 'fields',
    caps: [digit],
    matches: plain(digit),
    run: withChosen(
      (desk) => draftBulk(desk, { kind: 'score', field: 'quality', value: quality }),
      (desk, id) => scoreStory(desk, id, quality)
    )
  }
})

/** Keys of the list while it has the focus. */
export const LIST_COMMANDS: readonly Command[] = [
  {
    words: 'Select to the next story',
    caps: ['Shift', 'J'],
    matches: shifted('j', 'ArrowDown'),
    run: (desk) => extendSelection(desk, 1)
  },
  {
    words: 'Select to the previous story',
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
    caps: ['X'],
    matches: plain('x'),
    run: withCurrent(toggleSelected)
  },
  {
    words: 'Select all matches',
    caps: [chordCap(), 'A'],
    matches: chord('a'),
    run: selectAll
  },
  {
    words: 'Select none',
    caps: ['Esc'],
    matches: plain('Escape'),
    run: (desk) => {
      if (!clearSelection(desk)) goTo(desk, 'list')
    }
  },
  {
    words: 'Publish, then next',
    on: 'fields',
    caps: ['P'],
    matches: plain('p'),
    run: withChosen(
      (desk) => draftBulk(desk, { kind: 'publish', published: true }),
      (desk, id) => decide(desk, id, true)
    )
  },
  {
    words: 'Unpublish, then next',
    on: 'fields',
    caps: ['U'],
    matches: plain('u'),
    run: withChosen(
      (desk) => draftBulk(desk, { kind: 'publish', published: false }),
      (desk, id) => decide(desk, id, false)
    )
  },
  {
    words: 'Reviewed, then next',
    on: 'story',
    caps: ['Space'],
    matches: plain(' '),
    run: withChosen(
      (desk) => markSelected(desk, 'reviewed'),
      (desk, id) => mark(desk, id, 'reviewed')
    )
  },
  {
    words: 'Hold, then next',
    on: 'story',
    caps: ['H'],
    matches: plain('h'),
    run: withChosen(
      (desk) => markSelected(desk, 'held'),
      (desk, id) => mark(desk, id, 'held')
    )
  },
  ...scores,
  {
    words: 'Quality up, with Shift by 10',
    on: 'fields',
    caps: ['+'],
    matches: plain('+', '='),
    run: (desk, press) => raise(desk, 1, press)
  },
  {
    words: 'Quality down, with Shift by 10',
    on: 'fields',
    caps: ['−'],
    matches: plain('-', '_', '−'),
    run: (desk, press) => raise(desk, -1, press)
  },
  {
    words: 'Type a quality',
    on: 'fields',
    caps: ['Q'],
    matches: plain('q'),
    run: (desk) => (hasSelection(desk) ? desk.bulk.ask('quality') : goTo(desk, 'quality'))
  },
  {
    words: 'Into the story',
    on: 'fields',
    caps: ['Enter'],
    matches: plain('Enter'),
    run: (desk) => goTo(desk, 'title')
  },
  {
    words: 'Topics',
    on: 'fields',
    caps: ['T'],
    matches: plain('t'),
    run: (desk) => (hasSelection(desk) ? desk.bulk.ask('topics') : goTo(desk, 'topics'))
  },
  {
    words: 'Related coverage',
    on: 'fields',
    caps: ['R'],
    matches: plain('r'),
    run: (desk) => goTo(desk, 'related')
  }
]

/** Keys that work wherever no text is typed. */
export const DESK_COMMANDS: readonly Command[] = [
  { words: 'Search', caps: ['/'], matches: plain('/'), run: (desk) => goTo(desk, 'search') },
  {
    words: 'All keys',
    caps: ['?'],
    matches: plain('?'),
    run: (desk) => desk.window.setState({ dialog: 'shortcuts' })
  }
]

/** Keys that work also in a text field, as long as nothing was typed there: else it has an undo of its own. */
export const TRAVEL_COMMANDS: readonly Command[] = [
  {
    words: 'Undo',
    caps: [chordCap(), 'Z'],
    matches: chord('z'),
    run: (desk) => void travel(desk, 'undo')
  },
  {
    words: 'Redo',
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
    caps: [chordCap(), 'K'],
    matches: chord('k'),
    run: (desk) => desk.window.setState({ dialog: 'palette' })
  },
  {
    words: 'Open folder',
    caps: [chordCap(), 'O'],
    matches: chord('o'),
    run: (desk) => void chooseFolder(desk)
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
  { words: 'Type a position', caps: ['1', '…', '9'] },
  { words: 'Edit the link, Esc closes it', caps: ['Enter'] },
  { words: 'To the buttons of the link', caps: ['→'] }
]

/** Runs the command of a key, if there is one among these. @returns whether there was. */
export function runCommand(
  commands: readonly Command[],
  desk: Desk,
  event: KeyboardEvent,
  page = 1
): boolean {
  const command = commands.find(({ matches }) => matches(event))
  command?.run(desk, { shift: event.shiftKey, page })
  return command !== undefined
}
