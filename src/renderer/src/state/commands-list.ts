import { webAddress } from '#shared/story/web-address'
import { hasSelection } from './bulk-actions'
import { type Command, goTo, runCommand, withCurrent } from './command'
import { DECIDING_COMMANDS } from './commands-deciding'
import { JUDGING_COMMANDS } from './commands-judging'
import { MOVING_COMMANDS } from './commands-moving'
import type { Desk } from './desk'
import { plain, shifted } from './key-press'
import { isListed, refusesEdits } from './story-actions'
import { addSuggestedTopic } from './topic-actions'

/** Keys of the list while it has the focus. */
export const LIST_COMMANDS: readonly Command[] = [
  ...MOVING_COMMANDS,
  ...DECIDING_COMMANDS,
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
    words: 'Add the suggested topic',
    on: 'fields',
    caps: ['S'],
    matches: plain('s'),
    run: withCurrent(addSuggestedTopic)
  },
  {
    words: 'Related coverage',
    on: 'fields',
    caps: ['R'],
    matches: plain('r'),
    run: (desk) => goTo(desk, 'related')
  },
  ...JUDGING_COMMANDS,
  {
    words: 'Open AMP page',
    on: 'story',
    caps: ['Shift', 'O'],
    matches: shifted('o'),
    run: withCurrent((desk, id) => {
      const { detail } = desk.details.store.getState()
      const address = detail?.story.id === id ? detail.data.ampWebUrl : null
      openPage(desk, typeof address === 'string' ? address : null)
    })
  },
  {
    words: 'Open page',
    on: 'story',
    caps: ['O'],
    matches: plain('o'),
    run: withCurrent((desk, id) =>
      openPage(desk, desk.library.getState().stories.get(id)?.webUrl ?? null)
    )
  },
  {
    words: 'Add a filter',
    menu: 'view',
    caps: ['F'],
    matches: plain('f'),
    run: (desk) => desk.window.setState({ addsFilter: true, showsStory: false })
  }
]

/**
 * Carries out a key of the list, if it is one. What the list does not show is left alone: nobody sees what the key would
 * act on.
 *
 * @returns whether it is one.
 */
export function runListCommand(desk: Desk, event: KeyboardEvent, page = 1): boolean {
  const command = LIST_COMMANDS.find(({ matches }) => matches(event))
  if (command?.on === undefined || hasSelection(desk)) {
    return runCommand(LIST_COMMANDS, desk, event, page)
  }
  if (!isListed(desk)) sayUnlisted(desk)
  else if (command.on === 'story' || !isBroken(desk)) {
    return runCommand(LIST_COMMANDS, desk, event, page)
  }
  return true
}

/** Whether the open story has no fields to edit, which is then said. */
function isBroken(desk: Desk): boolean {
  const { current } = desk.view.getState()
  const story = current === null ? undefined : desk.library.getState().stories.get(current)
  return story !== undefined && refusesEdits(desk, story)
}

function sayUnlisted(desk: Desk): void {
  const isOpen = desk.view.getState().current !== null
  const isEmpty = desk.list.getState().rows.length === 0
  desk.voice.notify({
    kind: 'problem',
    fact: isOpen ? 'The open story is not in the list.' : 'No story is open.',
    detail: isEmpty
      ? 'Nothing is in the list, so the key did nothing.'
      : 'The key did nothing: it acts on a story of the list. Choose one there first.'
  })
}

function openPage(desk: Desk, address: string | null): void {
  const page = webAddress(address)
  if (page === null) desk.voice.announce('The story has no such address that can be opened.')
  else window.open(page.href, '_blank', 'noopener,noreferrer')
}
